"""The editors' form of a profile, in tabs."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from cluster.core.admin_forms import EntriesPanel
from cluster.geo.panels import place_panels

from .credit_panel import CreditsPanel


def profile_tabs() -> TabbedInterface:
    return TabbedInterface(
        [
            ObjectList(_profile(), heading=pgettext_lazy("tab", "Profile")),
            ObjectList(_work(), heading=pgettext_lazy("tab", "Work")),
            ObjectList(_place(), heading=pgettext_lazy("tab", "Place")),
            ObjectList(_private(), heading=_("Private and state")),
        ]
    )


def _profile() -> list:
    return [
        TitleFieldPanel(
            "title", heading=_("Name"), help_text=_("As the member wants to be found.")
        ),
        FieldPanel("kind", help_text=_("The directory can be filtered by it.")),
        FieldPanel("image", help_text=_("Beside the name, and on the card in the directory.")),
        _texts(),
        MultiFieldPanel(
            [
                FieldPanel("branches", help_text=_("One to three.")),
                FieldPanel("skills", help_text=_("What people would search for.")),
                FieldPanel("languages", help_text=_("Which they speak with clients.")),
                FieldPanel(
                    "availability",
                    help_text=_("For new work. Shown; the directory can be filtered by it."),
                ),
            ],
            _("What they do"),
        ),
        *_lists(),
    ]


def _texts() -> EntriesPanel:
    return EntriesPanel(
        "texts",
        heading=_("Texts"),
        label=_("Text"),
        help_text=_("One for each language they write in, in their own words."),
        panels=[
            FieldPanel("language", help_text=_("In which this text is written.")),
            FieldPanel("headline"),
            FieldPanel("body", help_text=_("An empty line begins a new paragraph.")),
            FieldPanel("competences", help_text=_("Shown under a title of its own.")),
            FieldPanel("projects", help_text=_("Shown under “Under way”.")),
        ],
    )


def _lists() -> list:
    return [
        EntriesPanel(
            "team",
            heading=_("Team"),
            label=_("Person"),
            help_text=_("Listed below the texts, in this order."),
            panels=[
                FieldPanel("name"),
                FieldPanel("role", help_text=_("Shown beside the name.")),
            ],
        ),
        EntriesPanel(
            "links",
            heading=_("Links"),
            label=_("Link"),
            help_text=_("Their website, shop, networks; listed beside the texts."),
            panels=[
                FieldPanel("label", help_text=_("Words to click on; empty: the address.")),
                FieldPanel("url", help_text=_("The full address: https://…")),
            ],
        ),
    ]


def _work() -> list:
    return [
        EntriesPanel(
            "realisations",
            heading=_("Realisations"),
            label=_("Realisation"),
            help_text=_("Pictures of their work, in this order, above all texts."),
            panels=[
                FieldPanel("title", help_text=_("Below the pictures.")),
                FieldPanel("role", help_text=_("What the member did in it: direction, sound …")),
                FieldPanel("client", help_text=_("For whom it was made.")),
                FieldPanel("year", help_text=_("In which it was finished, like 2026.")),
                FieldPanel("description", help_text=_("An empty line begins a new paragraph.")),
                FieldPanel("url"),
                FieldPanel("images", help_text=_("Eight at most, the best one first.")),
            ],
        ),
        CreditsPanel(
            heading=_("Who took part"),
            help_text=_("Named by the member; shown, with the work, once the one named agrees."),
        ),
    ]


def _place() -> list:
    return [
        MultiFieldPanel(place_panels(), _("Where")),
        FieldPanel(
            "precision",
            help_text=_("The member's own choice: change it only when they ask you to."),
        ),
    ]


def _private() -> list:
    return [
        MultiFieldPanel(
            [
                FieldPanel("contact_email"),
                FieldPanel("member", help_text=_("Whose account may change this profile.")),
            ],
            _("Private"),
        ),
        FieldPanel(
            "confirmed_at",
            read_only=True,
            help_text=_("When an editor approved it, or its member last said that it is right."),
        ),
        FieldPanel("slug", help_text=_("The end of the profile's address. Links to it break.")),
        PublishingPanel(),
        CommentPanel(),
    ]
