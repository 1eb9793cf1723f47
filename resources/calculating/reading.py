"""Figures read from the register for a calculation, with what a page shows of them."""

import copy
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Q

from .figures import Figures


@dataclass(frozen=True, slots=True)
class Reading:
    by_day: dict[dt.date, Figures]
    shown: list[Any]
    """Each `Figure` with the value as `current`, in the order asked for; twice where two of its
    values were valid on the days."""

    def on(self, day: dt.date) -> Figures:
        return self.by_day[day]


def read(names: Sequence[str], days: Iterable[dt.date]) -> Reading:
    """What was valid on each of the days, in one query; values in words only are left out."""
    wanted = sorted(set(days))
    values = list(_values(names, wanted[0], wanted[-1]))
    by_day = {day: _valid(values, day) for day in wanted}
    used = {value.pk: value for found in by_day.values() for value in found.values()}
    place = {name: position for position, name in enumerate(names)}
    shown = sorted(used.values(), key=lambda one: (place[one.figure.slug], one.valid_from or day_0))
    return Reading(
        {
            day: Figures(day, {name: value.amount for name, value in found.items()})
            for day, found in by_day.items()
        },
        [_figure(value) for value in shown],
    )


def name_of(slug: str) -> str:
    """A figure as readers know it, for where its value is missing."""
    figure = apps.get_model("resources", "Figure")._default_manager.filter(slug=slug).first()
    return str(figure or slug)


day_0 = dt.date.min


def _values(names: Sequence[str], first: dt.date, last: dt.date) -> Iterable[Any]:
    return (
        apps.get_model("resources", "FigureValue")
        ._default_manager.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=last),
            Q(valid_to__isnull=True) | Q(valid_to__gte=first),
            figure__slug__in=names,
            amount__isnull=False,
        )
        .select_related("figure")
        .order_by("pk")
    )


def _valid(values: Iterable[Any], day: dt.date) -> dict[str, Any]:
    """The latest begun of each figure, as `FigureQuerySet.on` has it."""
    begun = [
        value
        for value in values
        if (value.valid_from or day_0) <= day <= (value.valid_to or dt.date.max)
    ]
    begun.sort(key=lambda value: value.valid_from or day_0)
    return {value.figure.slug: value for value in begun}


def _figure(value: Any) -> Any:
    figure = copy.copy(value.figure)
    figure.current = value
    return figure
