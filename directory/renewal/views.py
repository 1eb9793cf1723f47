from allauth.core.ratelimit import consume
from allauth.core.ratelimit import respond_429 as ask_to_wait
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from .. import membership
from ..models import ProfilePage
from .links import opened
from .renewing import renew


@never_cache
def renew_by_link(request, token):
    """A page with one button: what reads a mail before its reader opens every link of it."""
    if request.method == "POST" and not consume(request, action="contact"):
        return ask_to_wait(request)
    found = opened(token)
    if found is None:
        return render(request, "directory/contact_no_link.html", status=404)
    page, is_due = found
    problems: list = []
    if request.method == "POST" and is_due:
        try:
            membership.keep(page)
        except membership.Refused as refused:
            problems = refused.sentences
        else:
            return HttpResponseRedirect(request.path)
    return render(
        request,
        "directory/renewal.html",
        {"profile": page, "is_due": is_due, "problems": problems},
    )


@require_POST
def renew_for_member(request, pk):
    """An editor has asked them, or knows."""
    page = get_object_or_404(ProfilePage.objects.live(), pk=pk)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    renew(page)
    messages.success(request, _("Confirmed: %(name)s is still right.") % {"name": page.title})
    return redirect("wagtailadmin_home")
