from allauth.account import forms as allauth
from django import forms
from django.utils.translation import gettext_lazy as _

from .models import User


class Unprompted:
    """Without words inside the fields: those vanish as one types, and the label says the same."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class SignupForm(Unprompted, allauth.SignupForm):
    pass


class ResetPasswordForm(Unprompted, allauth.ResetPasswordForm):
    pass


class ChangePasswordForm(Unprompted, allauth.ChangePasswordForm):
    pass


class SetPasswordForm(Unprompted, allauth.SetPasswordForm):
    pass


class LoginCodeForm(Unprompted, allauth.ConfirmLoginCodeForm):
    pass


class VerificationCodeForm(Unprompted, allauth.ConfirmEmailVerificationCodeForm):
    pass


class LoginForm(Unprompted, allauth.LoginForm):
    """E-mail and, for those who set one, a password; left empty, a code is mailed instead.

    Allauth leaves the password out where sign-up asks for none.
    """

    all_optional = True
    """One of two buttons asks for a password: it is not "optional" to who presses that one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address")
        self.fields["password"] = allauth.PasswordField(
            label=_("Password"), required=False, autocomplete="current-password"
        )
        del self.fields["password"].widget.attrs["placeholder"]


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
