from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable

NOT_OF_ITSELF = _("An event cannot be part of itself.")


class ProgrammeEvent(Orderable):
    """An event that is part of another, such as a festival; in whichever language, it stands for
    all its translations."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="programme")
    event = models.ForeignKey(
        "events.EventPage",
        verbose_name=_("event"),
        on_delete=models.CASCADE,
        related_name="in_programmes",
        help_text=_("Shown while it is public, under the day of each of its sessions."),
    )

    panels = [PageChooserPanel("event", "events.EventPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("event of the programme")
        verbose_name_plural = _("events of the programme")
        constraints = [
            models.UniqueConstraint(fields=["page", "event"], name="once_in_a_programme"),
            models.CheckConstraint(
                condition=~models.Q(event=models.F("page")),
                name="no_event_is_part_of_itself",
                violation_error_message=NOT_OF_ITSELF,
            ),
        ]

    def __str__(self) -> str:
        return str(self.event)

    def clean(self):
        super().clean()
        if self.event_id and self.event.translation_key == self.page.translation_key:
            raise ValidationError({"event": NOT_OF_ITSELF})
