"""What an event asks of who registers, beside name and address."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from events.choices import QuestionKind


class EventQuestion(TranslatableMixin, Orderable):
    """Its translations share their key, so that answers in all languages stand in one column."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="questions")
    label = models.CharField(
        _("question"), max_length=200, help_text=_("As it stands above the field.")
    )
    kind = models.CharField(
        _("kind of answer"), max_length=10, choices=QuestionKind, default=QuestionKind.SHORT
    )
    options = models.TextField(
        _("choices"), max_length=2000, blank=True, help_text=_("For a choice: one on each line.")
    )
    required = models.BooleanField(
        _("required"), default=False, help_text=_("Nobody can register without an answer.")
    )

    panels = [
        FieldPanel("label"),
        FieldRowPanel(
            [
                FieldPanel("kind", help_text=_("What people can write, or choose from.")),
                FieldPanel("required"),
            ]
        ),
        FieldPanel("options"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self) -> str:
        return self.label

    @property
    def key(self) -> str:
        return f"q{self.translation_key.hex}"

    @property
    def choices(self) -> list[str]:
        """Each once, in the editor's order."""
        lines = (line.strip() for line in self.options.splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def clean(self):
        super().clean()
        if self.kind == QuestionKind.CHOICE and len(self.choices) < 2:
            raise ValidationError({"options": _("Write at least two choices, one on each line.")})
