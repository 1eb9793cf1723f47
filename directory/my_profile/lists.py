"""The rows of a profile's team and links."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from cluster.core.plain import web_address

SPARE = 3
MAX_ROWS = 20


class PersonForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=140)
    role = forms.CharField(label=_("Role"), max_length=140, required=False)


class LinkForm(forms.Form):
    url = forms.URLField(
        label=_("Address"),
        assume_scheme="https",
        validators=[web_address],
        widget=forms.TextInput({"inputmode": "url"}),
    )
    label = forms.CharField(
        label=_("Name"), max_length=60, required=False, help_text=_("For example: My website")
    )


class Rows(forms.BaseFormSet):
    default_error_messages = {
        **forms.BaseFormSet.default_error_messages,
        "too_many_forms": ngettext_lazy(
            "At most %(num)d entry fits here. Please remove one first.",
            "At most %(num)d entries fit here. Please remove one first.",
            "num",
        ),
    }

    def initial_form_count(self):
        """None of what is sent counts as there already, so that any row may be emptied."""
        return 0 if self.is_bound else super().initial_form_count()


def rows_of(form_class, items, data=None):
    """A formset with what is there and a few spare rows."""
    rows = forms.formset_factory(
        form_class,
        formset=Rows,
        extra=SPARE,
        max_num=MAX_ROWS,
        validate_max=True,
        absolute_max=MAX_ROWS + SPARE,
    )
    if data is not None:
        return rows(data)
    fields = list(form_class.base_fields)
    return rows(initial=[{name: getattr(item, name) for name in fields} for item in items])
