"""Each table of the figures in words: what it counts, and what its rows are called."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cluster.core.days import date_format

from ..models.choices import CHOICES
from ..vocabulary import name_in, names_of

Words = str | Promise
Names = Callable[[Iterable[str], str], Mapping[str, Words]]
"""Names of some keys in a language; a key without one is its own name."""


PROFILES = pgettext_lazy("column of a table", "Profiles")


class Drawing(Enum):
    BARS = "bars"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Table:
    """`number` and `other` head its columns of numbers; `page` and `parameter` say where the rows
    are a filter of: the section's model and the parameter of its list; `parts` are the slugs and
    heads of further columns."""

    slug: str
    title: Words
    key: Words
    names: Names
    number: Words = PROFILES
    other: Words = ""
    about: Words = ""
    drawing: Drawing = Drawing.BARS
    page: str = ""
    parameter: str = ""
    parts: tuple[tuple[str, Words], ...] = ()


def fixed(choices: Mapping[str, Words]) -> Names:
    return lambda _keys, _language: choices


def vocabulary(facet: str) -> Names:
    def names(keys: Iterable[str], language: str) -> dict[str, Words]:
        found = names_of(facet, keys)
        return {slug: name_in(one, language) for slug, one in found.items()}

    return names


def months(keys: Iterable[str], _language: str) -> dict[str, Words]:
    days = {key: dt.date.fromisoformat(f"{key}-01") for key in keys}
    return {key: date_format(day, "F Y") for key, day in days.items()}


SIZES: dict[str, Words] = {
    "alone": _("Alone"),
    "2-5": _("2 to 5 people"),
    "6-10": _("6 to 10 people"),
    "more": _("More than 10 people"),
    "unknown": pgettext_lazy("size of a team", "Not said"),
}
DIRECTORY = "directory.directorypage"
BRANCH = Table(
    "branch",
    _("Profiles by branch"),
    _("Branch"),
    vocabulary("branch"),
    about=_("Somebody who works in two branches counts in both."),
    page=DIRECTORY,
    parameter="branch",
)
KIND = Table(
    "kind",
    _("Profiles by kind"),
    _("Kind"),
    fixed(CHOICES["kind"]),
    page=DIRECTORY,
    parameter="kind",
)
SIZE = Table(
    "size",
    _("Profiles by size of the team"),
    _("Size"),
    fixed(SIZES),
    about=_("The people that a profile names; a freelancer who names nobody is alone."),
)
CANTON = Table(
    "canton",
    _("Profiles by canton"),
    _("Canton"),
    fixed({}),
    page=DIRECTORY,
    parameter="canton",
)
LANGUAGE = Table(
    "language",
    _("Profiles by language spoken"),
    _("Language"),
    fixed(CHOICES["language"]),
    about=_("Most people speak several and count in each."),
    page=DIRECTORY,
    parameter="language",
)
MONTH = Table(
    "month",
    _("Profiles over time"),
    _("Month"),
    months,
    number=_("New profiles"),
    other=_("All profiles"),
    about=_("Of the profiles that are public today: when an editor confirmed them first."),
    drawing=Drawing.MONTHS,
)
SKILL = Table(
    "skill",
    _("Skills claimed most"),
    _("Skill"),
    vocabulary("skill"),
    page=DIRECTORY,
    parameter="skill",
)
RISING = Table(
    "rising",
    _("Skills on the rise"),
    _("Skill"),
    vocabulary("skill"),
    number=_("Claimed in the last six months"),
    other=_("Claimed before"),
    about=_(
        "Skills with a larger share of what was claimed in the last six months than of what was"
        " claimed before, and at least five recent claims."
    ),
    page=DIRECTORY,
    parameter="skill",
)
CONTACT = Table(
    "contact",
    _("Messages passed on"),
    _("Month"),
    months,
    number=_("Messages"),
    about=_(
        "Messages from visitors that the contact form passed on, and what both sides say came of"
        " them. We count; who wrote to whom stays between the two. A number below five a month, or"
        " one that would tell such a number, is not said."
    ),
    drawing=Drawing.MONTHS,
    parts=(
        ("asked", _("Asked what came of it")),
        ("answered", _("Outcome known")),
        ("paid", _("Paid work")),
        ("collaboration", _("Collaboration")),
        ("nothing", _("Led to nothing")),
    ),
)
TABLES = [MONTH, BRANCH, CANTON, LANGUAGE, KIND, SIZE, SKILL, RISING, CONTACT]
"""In the page's order, of equal length side by side; opportunities put theirs between them."""
