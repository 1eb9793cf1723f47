from allauth.core.ratelimit import consume
from allauth.core.ratelimit import respond_429 as ask_to_wait
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ..membership import Refused
from ..models import ProfilePage
from ..showing import preview_profile
from .links import opened
from .taking import claim, decline, is_invited


def by_link(view):
    """The profile the link in the address opens; every other link is answered alike."""

    @never_cache
    def with_origin(request, token):
        if request.method == "POST" and not consume(request, action="contact"):
            return ask_to_wait(request)
        origin = opened(token)
        if origin is None:
            return render(request, "directory/claiming/no_link.html", status=404)
        return view(request, origin, token)

    return with_origin


@by_link
def invitation(request, origin, token):
    """What somebody is invited to; who has logged in with that address takes it over here."""
    user = request.user
    if request.method == "POST" and user.is_authenticated:
        try:
            if claim(origin, by=user):
                messages.success(request, _("This profile is yours now. Only you see it yet."))
                return redirect("my_profile:editor")
        except Refused as refused:
            for sentence in refused.sentences:
                messages.error(request, sentence)
        return redirect("invitation", token)
    has_account = get_user_model().objects.filter(email__iexact=origin.invited_email).exists()
    context = {
        "name": origin.page.draft_title,
        "email": origin.invited_email,
        "token": token,
        "is_invited": user.is_authenticated and is_invited(user, origin),
        "has_profile": user.is_authenticated and ProfilePage.objects.filter(member=user).exists(),
        "entrance": reverse("account_login" if has_account else "account_signup"),
        "email_field": "login" if has_account else "email",
    }
    return render(request, "directory/claiming/invitation.html", context)


@by_link
def preview(request, origin, token):
    draft = origin.page.get_latest_revision_as_object()
    return preview_profile(request, draft, way_back=reverse("invitation", args=[token]))


@by_link
def declined(request, origin, token):
    """A page with one button: whatever opens the links of a mail must not delete anything."""
    if request.method == "POST":
        decline(origin)
        return redirect("invitation_gone")
    context = {"name": origin.page.draft_title, "token": token}
    return render(request, "directory/claiming/decline.html", context)


@never_cache
def gone(request):
    return render(request, "directory/claiming/gone.html")
