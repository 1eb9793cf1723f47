"""What the sector's figures say of opportunities: one query over those that are listed."""

import datetime as dt
from collections import Counter

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from directory.figures.counting import Counts, Row, most_first, sources
from directory.figures.tables import CONTACT, SKILL, TABLES, Table, fixed

from .addresses import MODEL
from .choices import Kind
from .models.listing import OpportunityListing
from .states import LABELS, State

OUTCOMES = (State.OPEN, State.FILLED, State.EXPIRED)
NUMBER = pgettext_lazy("column of a table", "Opportunities")
OPPORTUNITY = Table(
    "opportunity",
    _("Open opportunities by kind"),
    _("Kind"),
    fixed(dict(Kind.choices)),
    number=NUMBER,
    page=MODEL,
    parameter="type",
)
OUTCOME = Table(
    "outcome",
    _("What became of opportunities"),
    _("State"),
    fixed({state.value: LABELS[state] for state in OUTCOMES}),
    number=NUMBER,
    about=_("Filled: whoever posted it found somebody. Expired: its last day went by."),
)


def count_opportunities(today: dt.date) -> Counts:
    overdue = Q(is_filled=False, deadline__lt=today)
    rows = OpportunityListing.objects.values_list("kind").order_by()
    open_ones, outcomes = dict.fromkeys(Kind.values, 0), Counter[State]()
    counted = rows.annotate(
        all=Count("pk"),
        filled=Count("pk", filter=Q(is_filled=True)),
        expired=Count("pk", filter=overdue),
    )
    for kind, every, filled, expired in counted:
        open_ones[kind] = every - filled - expired
        outcomes += Counter(
            {State.OPEN: open_ones[kind], State.FILLED: filled, State.EXPIRED: expired}
        )
    return {
        OPPORTUNITY.slug: most_first(open_ones.items()),
        OUTCOME.slug: [Row(state.value, outcomes[state]) for state in OUTCOMES],
    }


def connect() -> None:
    sources.append(count_opportunities)
    TABLES.insert(TABLES.index(SKILL), OPPORTUNITY)
    TABLES.insert(TABLES.index(CONTACT), OUTCOME)
