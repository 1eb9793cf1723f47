from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render

from cluster.core.sections import locate, open_to_all
from cluster.core.views import serve
from directory.contact.limits import limited

from ..models import PriceListPage
from .forms import PriceToldForm
from .telling import ask, keep, opened


def contribute_or_page(request, path):
    """`<price list's address>contribute/`; the same path elsewhere is a page's."""
    found = locate(request.path)
    if found is None or found[0].model != "resources.resourcespage":
        return serve(request, path)
    section, (slug, *_rest) = found
    lists = open_to_all(PriceListPage.objects.filter(url_path=f"{section.url_path}{slug}/"))
    page = lists.select_related("locale").first()
    if page is None:
        raise Http404
    return contribute(request, page)


@limited
def contribute(request, page):
    context = {"price_list": page, "address": page.link}
    if done := request.GET.get("done"):
        return render(request, "resources/price_told.html", {**context, "done": done})
    rows = page.own_or_original_rows()
    form = PriceToldForm(request.POST if request.method == "POST" else None, rows=rows)
    if request.method == "POST" and form.is_valid():
        done = _take(rows[0].page if rows else page, form)
        if done:
            return HttpResponseRedirect(f"?done={done}")
    status = 422 if form.errors else 200
    return render(request, "resources/tell_price.html", {**context, "form": form}, status=status)


def _take(page, form) -> str:
    """What came of it, or "" where neither a proof nor an address was given."""
    if form.is_from_a_machine:
        return "kept"
    if form.is_proven:
        keep(page, form.told)
        return "kept"
    if to := form.cleaned_data["email"]:
        ask(page, form.told, by_mail_to=to)
        return "asked"
    form.ask_for_address()
    return ""


@limited
def confirm(request, token):
    found = opened(token)
    if found is None:
        return render(request, "directory/contact_no_link.html", status=404)
    page, told = found
    context = {"price_list": page, "address": page.link, "done": "kept"}
    if request.method == "POST":
        keep(page, told)
        return render(request, "resources/price_told.html", context)
    return render(request, "resources/confirm_told_price.html", {**context, "told": told})
