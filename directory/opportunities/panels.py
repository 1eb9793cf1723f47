"""The opportunity's form in the admin, and what it says to whoever reviews it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel


class FlagsPanel(Panel):
    """The points to think about, and who posted it; nothing to fill in."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "opportunities/desk/flags.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            page = self.instance
            return {**context, "flags": page.flags, "poster": page.owner or page.client_email}

        def is_shown(self):
            page = self.instance
            return bool(page.pk and (page.flags or page.owner_id or page.client_email))


EDITED = [
    FlagsPanel(heading=_("To think about")),
    FieldPanel(
        "kind", help_text=_("Decides which list filter it answers to and what must be said of it.")
    ),
    FieldPanel(
        "introduction", help_text=_("One or two sentences, shown in lists and under the title.")
    ),
    FieldPanel("body", help_text=_("The whole text, shown below the introduction.")),
    FieldPanel("language", help_text=_("The language it is written in; readers are told.")),
    FieldPanel("organisation", help_text=_("Who offers it, shown under the title.")),
    FieldPanel("branches", help_text=_("People find it under these branches.")),
    FieldPanel("skills", help_text=_("Fitting profiles are found by these.")),
    FieldPanel("languages", help_text=_("Spoken in this work; a filter of the list.")),
    FieldRowPanel(
        [
            FieldPanel("workplace", help_text=_("On site, remote or both.")),
            FieldPanel("locality", help_text=_("Town or village of the work, shown and searched.")),
        ]
    ),
    MultiFieldPanel(
        [
            FieldPanel("pay", help_text=_("Unpaid creative work is marked as such.")),
            FieldRowPanel(
                [
                    FieldPanel("pay_min", help_text=_("In euros; the lower end.")),
                    FieldPanel("pay_max", help_text=_("In euros; the upper end.")),
                    FieldPanel("pay_unit", help_text=_("What the amounts are paid for.")),
                ]
            ),
        ],
        heading=_("Pay"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("rules", help_text=_("How a contest is judged and who keeps the rights.")),
            FieldPanel("fee", help_text=_("What taking part in a contest is paid.")),
        ],
        heading=_("Where it is a contest"),
    ),
    FieldPanel("deadline", help_text=_("After this day it leaves the list by itself.")),
    FieldPanel(
        "answer_url", help_text=_("Where people answer on another site; empty: through us.")
    ),
]
