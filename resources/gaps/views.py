"""What a visitor says of a section: a form at an address of its own, so that guides stay kept."""

from uuid import uuid5

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from wagtail.models import Page

from cluster.core.sections import Section, locate, open_to_all
from cluster.core.views import serve
from directory.contact.limits import limited

from ..models import GapReport, GuidePage
from ..offering import KINDS, specific
from ..outline import outline
from .forms import FeedbackForm

RESOURCES = "resources.resourcespage"


def missing_or_page(request: HttpRequest, path: str) -> HttpResponse:
    """`<resource's address>missing/`; the same path elsewhere is a page's."""
    found = locate(request.path)
    if found is None or found[0].model != RESOURCES:
        return serve(request, path)
    section, (slug, *_rest) = found
    return missing(request, section, slug)


@limited
def missing(request: HttpRequest, section: Section, slug: str) -> HttpResponse:
    page = _page(section, slug)
    sections = outline(page.body) if isinstance(page, GuidePage) else []
    context = {"about": page, "address": f"{section.url}{slug}/"}
    if "done" in request.GET:
        return render(request, "resources/gaps/said.html", context)
    initial = {name: request.GET.get(name, "") for name in ("section", "useful")}
    sent = request.POST if request.method == "POST" else None
    form = FeedbackForm(sent, sections=sections, initial=initial)
    if request.method == "POST" and form.is_valid():
        if not form.is_from_a_machine:
            keep(form, page)
        return HttpResponseRedirect("?done")
    status = 422 if request.method == "POST" else 200
    return render(request, "resources/gaps/missing.html", {**context, "form": form}, status=status)


def keep(form: FeedbackForm, page: Page) -> GapReport:
    """Once, however often the form is sent; another text is another answer."""
    said = form.cleaned_data
    anchor = said["section"]
    report, _made = GapReport.objects.get_or_create(
        key=uuid5(said["key"], f"{page.pk}\n{anchor}\n{said['useful']}\n{said['text']}"),
        defaults={
            "page_id": page.pk,
            "anchor": anchor,
            "heading": form.headings.get(anchor, ""),
            "language": page.locale.language_code,
            "useful": said["useful"],
            "text": said["text"],
            "branch": said["branch"],
        },
    )
    return report


def _page(section: Section, slug: str) -> Page:
    pages = open_to_all(Page.objects.filter(slug=slug)).select_related("locale", *KINDS)
    page = pages.child_of(Page.objects.get(pk=section.pk)).first()
    if page is None:
        raise Http404
    return specific(page)
