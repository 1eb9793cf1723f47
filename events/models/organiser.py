from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from directory.models import ProfilePage
from events.choices import Role

PROFILE_OR_NAME = _("Choose a profile or write a name.")


class EventPerson(Orderable):
    """Someone who makes the event: a profile of the directory, or a name."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="people")
    profile = models.ForeignKey(
        ProfilePage,
        verbose_name=_("profile"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="event_parts",
        help_text=_("Shown with a link while the profile is public."),
    )
    name = models.CharField(
        _("name"), max_length=140, blank=True, help_text=_("For someone without a profile.")
    )
    role = models.CharField(_("part"), max_length=10, choices=Role, default=Role.ORGANISER)

    panels = [
        PageChooserPanel("profile"),
        FieldRowPanel(
            [FieldPanel("name"), FieldPanel("role", help_text=_("Shown beside the name."))]
        ),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(profile__isnull=False) | ~models.Q(name=""),
                name="a_profile_or_a_name",
                violation_error_message=PROFILE_OR_NAME,
            )
        ]

    def clean(self):
        super().clean()
        if not (self.profile_id or self.name):
            raise ValidationError({"name": PROFILE_OR_NAME})

    def __str__(self) -> str:
        return self.name or str(self.profile)
