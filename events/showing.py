"""How the agenda is looked at: as a list, as a month, as a map."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from django.utils.translation import gettext as _

from .dates import DAY, FIRST, LAST
from .reading import MAX_TEXT, Ignored

VIEWS = ("list", "month", "map")
NAMES = ("view", "month", "page", "zoom")
MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Showing:
    """`month` is the first day of the one asked for."""

    view: str = VIEWS[0]
    month: dt.date | None = None
    ignored: tuple[Ignored, ...] = ()

    @classmethod
    def read(cls, params: Mapping[str, str]) -> Self:
        """Never raises."""
        asked, written = (str(params.get(name) or "").strip() for name in ("view", "month"))
        ignored = []
        if asked and asked not in VIEWS:
            ignored.append(_ignored("view", asked, _("There is no such choice.")))
        month = parse_month(written)
        if written and month is None:
            ignored.append(_ignored("month", written, _("Write a month as 2026-05.")))
        return cls(asked if asked in VIEWS else VIEWS[0], month, tuple(ignored))


def parse_month(text: str) -> dt.date | None:
    found = MONTH.fullmatch(text)
    try:
        month = dt.date(int(found[1]), int(found[2]), 1) if found else None
    except ValueError:
        return None
    return month if month and FIRST <= month < LAST else None


def written(month: dt.date) -> str:
    return f"{month:%Y-%m}"


def next_month(month: dt.date) -> dt.date:
    return (month.replace(day=28) + 4 * DAY).replace(day=1)


def previous_month(month: dt.date) -> dt.date:
    return (month - DAY).replace(day=1)


def _ignored(name: str, value: str, reason: str) -> Ignored:
    return Ignored(name, value.replace("\x00", "")[:MAX_TEXT], reason)
