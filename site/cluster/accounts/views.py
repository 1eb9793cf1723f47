from dataclasses import asdict

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import my_space
from .access import members_only
from .demo_mail import kept
from .forms import DeletionForm, SettingsForm
from .privacy import archive, delete_everything


@members_only
def home(request):
    is_editor = request.user.has_perm("wagtailadmin.access_admin")
    elsewhere = None if is_editor else my_space.start(request)
    if elsewhere:
        return HttpResponseRedirect(elsewhere)
    panels = list(my_space.panels(request))
    return render(request, "me/home.html", {"panels": panels, "is_editor": is_editor})


@members_only
def change_settings(request):
    form = SettingsForm(request.POST if request.method == "POST" else None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(f"/me/?lang={request.user.language}")
    return render(request, "me/settings.html", {"form": form})


@members_only
def export(request):
    return HttpResponse(
        archive(request.user),
        content_type="application/zip",
        headers={"Content-Disposition": 'attachment; filename="my-data.zip"'},
    )


@members_only
def delete(request):
    if request.user.is_superuser:
        return render(request, "me/delete_refused.html", status=403)
    form = DeletionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        user = request.user
        logout(request)
        delete_everything(user)
        return redirect("account_deleted")
    return render(request, "me/delete.html", {"form": form})


@never_cache
def deleted(request):
    return render(request, "account/deleted.html")


@never_cache
@require_safe
def demo_mail(request):
    to = request.GET.get("to", "")
    page = Paginator(mails_of_the_demo(to), 20).get_page(request.GET.get("page"))
    return render(request, "account/demo_mail.html", {"page_of_mails": page, "to": to})


@never_cache
@require_safe
def demo_mail_json(request):
    mails = [asdict(mail) for mail in mails_of_the_demo(request.GET.get("to", ""))]
    return JsonResponse(mails, safe=False)


def mails_of_the_demo(to):
    if not settings.DEMO:
        raise Http404
    return kept(to)
