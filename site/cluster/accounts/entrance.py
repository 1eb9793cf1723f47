"""Log-in and the pages a mailed code is typed into: allauth's, with a word when a code is over."""

import time

from allauth.account import app_settings, views
from allauth.account.internal.flows.email_verification_by_code import (
    EMAIL_VERIFICATION_CODE_SESSION_KEY,
)
from allauth.account.internal.stagekit import clear_login, get_pending_stage
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

TYPED_EMAIL = "typed_email"


class LoginView(views.LoginView):
    def get_initial(self):
        return {**super().get_initial(), "login": self.request.session.get(TYPED_EMAIL, "")}

    def _redirect_to_pending_stage(self, request, stage):
        """Who asks for the log-in page while a code is pending gets the page.

        The mail that says "you already have an account" leads here, from the very browser in
        which that sign-up still waits for a code.
        """
        clear_login(request)


login = LoginView.as_view()


def confirm_email(request):
    pending = request.session.get(EMAIL_VERIFICATION_CODE_SESSION_KEY) or {}
    if over(pending, app_settings.EMAIL_VERIFICATION_BY_CODE_TIMEOUT):
        del request.session[EMAIL_VERIFICATION_CODE_SESSION_KEY]
        return start_again(request)
    remember(request, pending)
    return views.email_verification_sent(request)


def confirm_login_code(request):
    stage = get_pending_stage(request)
    pending = stage.state if stage else {}
    if over(pending, app_settings.LOGIN_BY_CODE_TIMEOUT):
        return start_again(request)
    remember(request, pending)
    return views.confirm_login_code(request)


def over(pending, timeout) -> bool:
    return bool(pending) and time.time() - pending.get("at", time.time()) > timeout


def remember(request, pending):
    """The address typed is there again on the log-in page, where every dead end leads."""
    if email := pending.get("email"):
        request.session[TYPED_EMAIL] = email


def start_again(request):
    clear_login(request)
    messages.error(
        request, _("This code is no longer valid. Ask for a new one: it arrives in a moment.")
    )
    return HttpResponseRedirect(reverse("account_login"))
