from django import forms
from django.utils.translation import gettext_lazy as _

from directory.models.review import EditorsReview, ReasonForm


class PosterReasonForm(ReasonForm):
    """Asked of an editor who sends an opportunity back."""

    comment = forms.CharField(
        label=_("Reason"),
        help_text=_("Whoever posted it reads this as you write it: say what to change."),
        max_length=2_000,
        widget=forms.Textarea({"rows": 4}),
    )


class OpportunityReview(EditorsReview):
    """An opportunity, and every later change of it, waits for an editor."""

    class Meta:
        verbose_name = _("review of opportunities")
        verbose_name_plural = _("reviews of opportunities")

    def get_form_for_action(self, action):
        return PosterReasonForm if action == "reject" else super().get_form_for_action(action)

    @classmethod
    def get_description(cls):
        return _("Editors approve an opportunity, and each change of it, before it is public.")
