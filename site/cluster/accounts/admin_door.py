"""Who may pass into the editors' admin."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _


class AdminDoorMiddleware:
    """Members are kept out with a sentence; editors need a second factor where settings say so.

    Wagtail sends whoever may not enter to the log-in, which sends those who are logged in back:
    without this, a member who opens the admin would go round in circles.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith("/admin/") and request.user.is_authenticated:
            if not request.user.has_perm("wagtailadmin.access_admin"):
                return render(request, "account/not_an_editor.html", status=403)
            if settings.STAFF_NEED_SECOND_FACTOR and not is_mfa_enabled(request.user):
                messages.warning(
                    request, _("Editors need a second factor to log in. Please set it up now.")
                )
                return HttpResponseRedirect(reverse("mfa_activate_totp"))
        return self.get_response(request)
