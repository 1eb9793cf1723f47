"""How an event's form is laid out for an editor."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from cluster.geo.panels import place_panels

WHAT = MultiFieldPanel(
    [
        FieldPanel("event_type"),
        FieldPanel("introduction"),
        FieldPanel("body"),
        FieldPanel("image"),
        FieldPanel("branches"),
        FieldPanel("languages"),
    ],
    heading=_("What"),
)
WHEN = MultiFieldPanel(
    [
        InlinePanel("sessions", label=_("Session"), min_num=1),
        FieldPanel("state"),
    ],
    heading=_("When"),
    help_text=_("Hours are those of Luxembourg. One session for each time people come."),
)
WHERE = MultiFieldPanel(
    [
        FieldPanel("format"),
        FieldPanel("venue"),
        *place_panels(),
        FieldPanel("online_url"),
        FieldPanel("access_notes"),
    ],
    heading=_("Where"),
)
WHO = MultiFieldPanel(
    [InlinePanel("people", label=_("Person or organisation"))],
    heading=_("With whom"),
)
TAKING_PART = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("free"), FieldPanel("price")]),
        FieldPanel("registration"),
        FieldPanel("capacity"),
        FieldPanel("registration_url"),
    ],
    heading=_("Taking part"),
)
EVENT_PANELS = [WHAT, WHEN, WHERE, WHO, TAKING_PART]
