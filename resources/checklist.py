"""Which items of a checklist apply, and when each is due."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Door(models.TextChoices):
    LAUNCH = "launch", _("I launch it")
    ANSWER = "answer", _("I answer it")


class Kind(models.TextChoices):
    TENDER = "tender", _("call for tender")
    CONTEST = "contest", _("contest or pitch")


class Phase(models.TextChoices):
    BEFORE = "before", _("Before")
    DURING = "during", _("During")
    AFTER = "after", _("After")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is known; what is empty means any."""

    door: str = ""
    kind: str = ""
    deadline: dt.date | None = None
    buyer: str = ""
    procedure: str = ""
    amount: Decimal | None = None
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    """The figures of the day by name, for items that apply above one of them only."""


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    content: Any
    """The block's value: title, explanation, figures, source."""
    due: dt.date | None


@dataclass(frozen=True, slots=True)
class Group:
    phase: Phase
    items: list[Item]


def select(stream: Iterable[Any], choice: Choice) -> list[Group]:
    """The items that apply, by phase, in the editors' order; phases without items are left out."""
    applying = [child for child in stream if _applies(child.value, choice)]
    groups = [
        Group(
            phase,
            [
                Item(child.id, child.value, due_on(choice.deadline, child.value["days_before"]))
                for child in applying
                if child.value["phase"] == phase
            ],
        )
        for phase in Phase
    ]
    return [group for group in groups if group.items]


def due_on(deadline: dt.date | None, days_before: int | None) -> dt.date | None:
    if deadline is None or days_before is None:
        return None
    return deadline - dt.timedelta(days=days_before)


def _applies(item: Any, choice: Choice) -> bool:
    said = (
        (choice.door, item["doors"]),
        (choice.kind, item["kinds"]),
        (choice.buyer, item["buyers"]),
        (choice.procedure, item["procedures"]),
    )
    return all(not wanted or wanted in of for wanted, of in said) and _is_above(item, choice)


def _is_above(item: Any, choice: Choice) -> bool:
    """Where the amount or the bound is not known, it may be."""
    bound = choice.amounts.get(item["above"].slug) if item["above"] else None
    return choice.amount is None or bound is None or choice.amount > bound
