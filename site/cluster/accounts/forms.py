from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import PasswordField
from django import forms
from django.utils.translation import gettext_lazy as _

from .models import User


class LoginForm(AllauthLoginForm):
    """E-mail and, for those who set one, a password; left empty, a code is mailed instead.

    Allauth leaves the password out where sign-up asks for none.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address")
        self.fields["password"] = PasswordField(
            label=_("Password"), required=False, autocomplete="current-password"
        )


class SettingsForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["name", "language"]
        labels = {"name": _("Your name"), "language": _("Language of mails and of this space")}


class DeletionForm(forms.Form):
    sure = forms.BooleanField(
        label=_("Yes, delete my account and everything that belongs to it, for good."),
        error_messages={"required": _("Tick this box if you really want to delete everything.")},
    )
