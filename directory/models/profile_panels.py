"""The editors' form of a profile, in tabs."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from cluster.geo.panels import place_panels


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
        FieldPanel("kind"),
        FieldPanel("image"),
        InlinePanel(
            "texts",
            heading=_("Texts"),
            label=_("Text"),
            help_text=_("One for each language they write in, in their own words."),
        ),
        MultiFieldPanel(
            [
                FieldPanel("branches", help_text=_("One to three.")),
                FieldPanel("skills", help_text=_("What people would search for.")),
                FieldPanel("languages"),
                FieldPanel("availability"),
            ],
            _("What they do"),
        ),
        InlinePanel("team", heading=_("Team"), label=_("Person")),
        InlinePanel("links", heading=_("Links"), label=_("Link")),
    ]


def _work() -> list:
    return [
        InlinePanel(
            "realisations",
            heading=_("Realisations"),
            label=_("Realisation"),
            help_text=_("The first one is shown largest."),
        )
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
        MultiFieldPanel([FieldPanel("contact_email"), FieldPanel("member")], _("Private")),
        FieldPanel(
            "confirmed_at",
            read_only=True,
            help_text=_("Set when an editor approves the profile; later changes need no approval."),
        ),
        FieldPanel("slug", help_text=_("The end of the profile's address. Links to it break.")),
        PublishingPanel(),
        CommentPanel(),
    ]
