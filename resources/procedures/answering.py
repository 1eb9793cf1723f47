"""A checklist answered: the items that apply, the procedure, the days, on what figures."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ..calculating.figures import MissingFigure
from ..calculating.reading import name_of, read
from ..checklist import Choice, Group, select
from .thresholds import NAMES
from .verdict import Case, Verdict, judge
from .wording import CAUTIONS, MEANINGS, PROCEDURES, REASONS


@dataclass(frozen=True, slots=True)
class Caution:
    kind: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    case: Case
    verdict: Verdict
    groups: list[Group]
    figures: list[Any]
    """Those that the verdict stands on, each with its value of `day` as `current`."""
    day: dt.date
    missing: str = ""
    """Name of the figure without which the procedure cannot be told."""

    @property
    def procedure(self) -> str:
        return str(dict(PROCEDURES)[self.verdict.procedure]) if self.verdict.procedure else ""

    @property
    def meaning(self) -> str:
        return str(MEANINGS[self.verdict.procedure]) if self.verdict.procedure else ""

    @property
    def cautions(self) -> list[Caution]:
        return [
            Caution(kind.value, str(CAUTIONS[kind]), str(REASONS[kind]))
            for kind in self.verdict.warnings
        ]

    @property
    def dates(self) -> list[tuple[str, str, dt.date]]:
        """(short name, what happens, day), of the timetable."""
        verdict, case = self.verdict, self.case
        window = verdict.decision or (None, None)
        known = [
            ("launch", _("Launch"), case.launch),
            ("latest-launch", _("Publish the notice at the latest"), verdict.latest_launch),
            ("earliest", _("Answers may be due from"), verdict.earliest),
            ("deadline", _("Deadline for the answers"), case.deadline),
            ("decision-from", _("Decision at the earliest"), window[0]),
            ("decision-to", _("Decision at the latest"), window[1]),
        ]
        return [(name, said, day) for name, said, day in known if day]


def answer(items: Iterable[Any], case: Case) -> Answer:
    """By the thresholds of the day of the launch, or of today."""
    listed = list(items)
    day = case.launch or timezone.localdate()
    bounds = [child.value["above"].slug for child in listed if child.value["above"]]
    reading = read([*NAMES, *bounds], [day])
    figures = reading.on(day)
    missing, verdict = "", Verdict(deadline=case.deadline)
    try:
        verdict = judge(case, figures)
    except MissingFigure as gap:
        missing = name_of(gap.name)
    choice = Choice(
        door=case.door,
        kind=case.kind,
        deadline=verdict.deadline,
        buyer=case.buyer,
        procedure=verdict.procedure or "",
        amount=case.amount,
        amounts=figures.amounts,
    )
    return Answer(
        case=case,
        verdict=verdict,
        groups=select(listed, choice),
        figures=[figure for figure in reading.shown if figure.slug in verdict.basis],
        day=day,
        missing=missing,
    )
