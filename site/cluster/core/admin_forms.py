"""What the admin's forms say of wrong input, in words that need no technical knowledge."""

import swapper
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.panels import InlinePanel
from wagtail.admin.widgets import SlugInput


class AddressPartField(forms.SlugField):
    default_error_messages = {
        "invalid": _("Use letters, digits and hyphens only, like open-studios-2026."),
        "unique": _("This is taken already. Choose another one."),
    }


class WebAddressField(forms.URLField):
    default_error_messages = {"invalid": _("Write a full address, like https://example.org/.")}


register_form_field_override(
    models.SlugField, override={"widget": SlugInput, "form_class": AddressPartField}
)
register_form_field_override(
    models.URLField, override={"assume_scheme": "https", "form_class": WebAddressField}
)


class PageForm(WagtailAdminPageForm):
    def clean_slug(self) -> str:
        """Before Wagtail looks, who would speak of slugs and parents."""
        slug = self.cleaned_data["slug"]
        page = swapper.load_model("wagtailcore", "Page")
        if not page._slug_is_available(slug, self.parent_page, self.instance):
            raise ValidationError(
                _("Another page in the same place has this address part. Choose another one."),
                code="taken",
            )
        return slug


class Entries(BaseChildFormSet):
    default_error_messages = {
        **BaseChildFormSet.default_error_messages,
        "too_few_forms": ngettext_lazy(
            "At least %(num)d entry is needed.",
            "At least %(num)d entries are needed.",
            "num",
        ),
        "too_many_forms": ngettext_lazy(
            "At most %(num)d entry fits here. Please remove one first.",
            "At most %(num)d entries fit here. Please remove one first.",
            "num",
        ),
    }

    def get_unique_error_message(self, unique_check):
        name = self.model._meta.get_field(unique_check[-1]).verbose_name
        return gettext("Two entries have the same “%(name)s”.") % {"name": name}

    def get_form_error(self):
        return gettext("An entry above says the same.")


class EntriesPanel(InlinePanel):
    """A list of entries, whose messages speak of entries and not of forms."""

    entries = Entries

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = self.entries
        return options
