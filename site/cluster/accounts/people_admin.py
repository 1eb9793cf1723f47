"""People in the editors' admin: with the one name that our users have, and without passwords,
which everybody sets for themselves; who has none logs in by a mailed code."""

from allauth.account.models import EmailAddress
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import (
    AccountView,
    AvatarSettingsPanel,
    BaseSettingsPanel,
    NameEmailSettingsPanel,
)
from wagtail.users import forms as wagtail_forms
from wagtail.users.views.users import IndexView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from .models import User

TAKEN = _("There is already an account with this e-mail address.")
FIELDS = ["email", "name", "language", "is_superuser", "groups"]


class AccountForm(wagtail_forms.UserForm):
    """Of somebody else, for whose address the administrator answers."""

    first_name = last_name = None

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        others = EmailAddress.objects.exclude(user_id=self.instance.pk)
        if others.filter(email__iexact=email).exists():
            raise forms.ValidationError(TAKEN)
        return email

    def save(self, commit=True):
        """Who has an address that was taken away could still log in by it."""
        user = super().save(commit)
        if "email" in self.changed_data:
            EmailAddress.objects.filter(user=user).delete()
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user


class UserCreationForm(AccountForm, wagtail_forms.UserCreationForm):
    class Meta(wagtail_forms.UserCreationForm.Meta):
        fields = FIELDS

    def save(self, commit=True):
        self.instance.set_unusable_password()
        return super().save(commit)


class UserEditForm(AccountForm, wagtail_forms.UserEditForm):
    class Meta(wagtail_forms.UserEditForm.Meta):
        fields = [*FIELDS, "is_active"]


class UsersView(IndexView):
    search_fields = ["name", "email"]


class UserViewSet(WagtailUserViewSet):
    index_view_class = UsersView
    template_prefix = "accounts/people/"

    def get_form_class(self, for_update=False):
        return UserEditForm if for_update else UserCreationForm


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["name"]


class NamePanel(BaseSettingsPanel):
    name = "name"
    title = _("Your name")
    order = 100
    form_class = NameForm


class OwnAccountView(AccountView):
    """Without Wagtail's panel of names, which asks for a first and a last one and saves neither,
    and without a picture, which would be kept as it was sent."""

    def get_panels(self):
        left_out = (NameEmailSettingsPanel, AvatarSettingsPanel)
        wagtails = [panel for panel in super().get_panels() if not isinstance(panel, left_out)]
        user = self.request.user
        return [NamePanel(self.request, user, user.wagtail_userprofile), *wagtails]


own_account = require_admin_access(OwnAccountView.as_view())
