from django import forms
from django.utils.translation import gettext_lazy as _

from cluster.core.once import OnceField

from ..models.gap import GapReport

ANSWERS = [("yes", _("Yes")), ("no", _("No"))]


class FeedbackForm(forms.ModelForm):
    """`sections` are pairs of anchor and heading."""

    section = forms.ChoiceField(label=_("Which part"), required=False)
    useful = forms.ChoiceField(
        label=_("Was it useful?"), required=False, choices=ANSWERS, widget=forms.RadioSelect
    )
    website = forms.CharField(required=False, label=_("Leave this field empty"))
    key = OnceField()

    class Meta:
        model = GapReport
        fields = ["branch", "text"]
        labels = {"branch": _("Your branch"), "text": _("What is missing?")}
        help_texts = {
            "text": _("What you looked for and did not find. Editors read it; no name is needed."),
        }
        error_messages = {"text": {"max_length": _("Please keep it under 2,000 characters.")}}

    field_order = ["section", "useful", "text", "branch"]

    def __init__(self, *args, sections, **kwargs):
        super().__init__(*args, **kwargs)
        self.headings = dict(sections)
        self.fields["section"].choices = [("", _("The whole page")), *sections]
        self.fields["branch"].empty_label = _("none, or another one")
        self.fields["website"].widget.attrs |= {"autocomplete": "off", "tabindex": "-1"}

    def clean_useful(self):
        return {"yes": True, "no": False}.get(self.cleaned_data["useful"])

    def clean(self):
        data = super().clean()
        said = data.get("useful") is not None or data.get("text")
        if not said and "text" not in self.errors:
            self.add_error("text", _("Say whether it was useful, or what is missing."))
        return data

    @property
    def is_from_a_machine(self) -> bool:
        return bool(self.cleaned_data["website"])
