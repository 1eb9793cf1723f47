"""How an event's form is laid out for an editor."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

from cluster.core.admin_forms import EntriesPanel
from cluster.geo.panels import place_panels

from .event_form import SessionsPanel


class ProposedPanel(Panel):
    """Who proposed the event; nothing to fill in."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/proposed.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return {**context, "proposal": self.instance.proposal}

        def is_shown(self):
            return bool(self.instance.pk and hasattr(self.instance, "proposal"))


WHAT = MultiFieldPanel(
    [
        FieldPanel("event_type", help_text=_("Above the title; the agenda can be filtered by it.")),
        FieldPanel("introduction"),
        FieldPanel("body", help_text=_("The programme and all else there is to say.")),
        FieldPanel("image", help_text=_("Above the text, and where the page is shared.")),
        FieldPanel("pictures", help_text=_("Below the text, each with words and who made it.")),
        FieldPanel(
            "branches",
            help_text=_("The agenda can be filtered by them; the first gives its colour."),
        ),
        FieldPanel(
            "skills", help_text=_("What people learn or need there; the agenda is filtered by it.")
        ),
        FieldPanel("level", help_text=_("How much people should know already; shown on its page.")),
        FieldPanel("languages", help_text=_("Which languages are spoken at the event.")),
        FieldPanel(
            "documents",
            help_text=_("To download before and after: programme, map, call for contributions."),
        ),
    ],
    heading=_("What"),
)
WHEN = MultiFieldPanel(
    [
        SessionsPanel(
            "sessions",
            label=_("Session"),
            min_num=1,
            help_text=_("One for each time people come; the first start orders the agenda."),
        ),
        FieldPanel("state"),
    ],
    heading=_("When"),
    help_text=_("Hours are those of Luxembourg."),
)
REPEATED = MultiFieldPanel(
    [
        FieldPanel(
            "repeat_every",
            help_text=_("Counted from the first session above, at the same hours."),
        ),
        FieldPanel(
            "repeat_on",
            help_text=_("With days and weeks only; none ticked: the day of the first session."),
        ),
        FieldRowPanel(
            [
                FieldPanel("repeat_until", help_text=_("No session is later than this day.")),
                FieldPanel(
                    "repeat_except",
                    help_text=_("Days without a session, each like 2026-12-24 on its own line."),
                ),
            ]
        ),
    ],
    heading=_("Repeat the first session"),
    help_text=_(
        "When you save, the sessions are written under “When”, where each can be changed or"
        " removed, and these fields are emptied. A month without that day is left out."
    ),
    classname="collapsed",
)
WHERE = MultiFieldPanel(
    [
        FieldPanel("format", help_text=_("Online: neither place nor map is shown.")),
        FieldPanel("venue"),
        *place_panels(),
        FieldPanel("online_url"),
        FieldPanel("access_notes"),
    ],
    heading=_("Where"),
)
WHO = MultiFieldPanel(
    [
        EntriesPanel(
            "people",
            label=_("Person or organisation"),
            help_text=_("Listed beside the text, in this order."),
        )
    ],
    heading=_("With whom"),
)
TAKING_PART = MultiFieldPanel(
    [
        FieldRowPanel(
            [
                FieldPanel("free", help_text=_("Ticked: the page says so and shows no price.")),
                FieldPanel("price"),
            ]
        ),
        FieldPanel("registration", help_text=_("On this site, a button leads to a short form.")),
        FieldPanel("registration_for"),
        FieldRowPanel([FieldPanel("capacity"), FieldPanel("max_persons")]),
        EntriesPanel(
            "questions",
            label=_("Question"),
            max_num=20,
            help_text=_("What the form asks beside name and e-mail address, in this order."),
        ),
        FieldPanel("consent"),
        FieldPanel("registration_url", help_text=_("The button leads there: https://…")),
        FieldPanel("sold_out"),
    ],
    heading=_("Taking part"),
)
PROPOSED = ProposedPanel(heading=_("Proposed by a member"))
PROGRAMME = MultiFieldPanel(
    [
        EntriesPanel(
            "programme",
            label=_("Event of the programme"),
            max_num=200,
            help_text=_(
                "Each has a page of its own in the agenda, and says there what it is part of."
            ),
        )
    ],
    heading=_("Programme"),
    help_text=_(
        "For a festival, an award, a week of something: its page lists these events by day, with a"
        " map, and people can subscribe to all of them at once."
    ),
    classname="collapsed",
)
AFTERWARDS = MultiFieldPanel(
    [
        FieldPanel(
            "recap",
            help_text=_("A few words, pictures, slides: shown on its page once the event is over."),
        )
    ],
    heading=_("After the event"),
    classname="collapsed",
)
EVENT_PANELS = [PROPOSED, WHAT, WHEN, REPEATED, WHERE, WHO, PROGRAMME, TAKING_PART, AFTERWARDS]
