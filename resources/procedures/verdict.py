"""Everything a checklist tells somebody who said who buys, how much and when."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from ..calculating.figures import Figures
from . import thresholds
from .thresholds import Procedure


class Caution(StrEnum):
    UNPAID = "unpaid"
    MANY = "many"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Case:
    """What was said; an empty text or None is what was not."""

    door: str = ""
    kind: str = ""
    buyer: str = ""
    amount: Decimal | None = None
    launch: dt.date | None = None
    deadline: dt.date | None = None
    urgent: bool = False
    electronic: bool = False
    invited: int | None = None
    payment: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    procedure: Procedure | None = None
    """None: the buyer or the amount is not known."""
    candidates: int | None = None
    days: int | None = None
    needs_opinion: bool = False
    earliest: dt.date | None = None
    """The first day that answers may be due."""
    latest_launch: dt.date | None = None
    """Where the deadline is known and the launch is not."""
    deadline: dt.date | None = None
    """The one that was said, else the earliest."""
    decision: tuple[dt.date, dt.date] | None = None
    warnings: list[Caution] = field(default_factory=list)
    basis: list[str] = field(default_factory=list)
    """Names of the figures it stands on."""


def judge(case: Case, figures: Figures) -> Verdict:
    """Raises MissingFigure where the register has no value for that day."""
    procedure = days = None
    basis: list[str] = []
    if case.buyer and case.amount is not None:
        procedure = thresholds.procedure_for(case.buyer, case.amount, figures)
        how = {"urgent": case.urgent, "electronic": case.electronic}
        days = thresholds.days_for(procedure, figures, **how)
        basis = thresholds.basis_of(procedure, case.buyer, **how)
    earliest = case.launch + dt.timedelta(days=days) if case.launch and days else None
    opinion = _needs_opinion(case, procedure, figures)
    warnings = _warnings(case, earliest, figures)
    return Verdict(
        procedure=procedure,
        candidates=thresholds.candidates_for(procedure, figures) if procedure else None,
        days=days,
        needs_opinion=opinion,
        earliest=earliest,
        latest_launch=_latest_launch(case, days),
        deadline=case.deadline or earliest,
        decision=_decision(case, figures),
        warnings=warnings,
        basis=[
            *basis,
            *([thresholds.COMMISSION_ABOVE] if opinion else []),
            *(thresholds.WEEKS if case.kind == "contest" and case.launch else []),
            *_reasons(warnings),
        ],
    )


def _needs_opinion(case: Case, procedure: Procedure | None, figures: Figures) -> bool:
    return (
        procedure in (Procedure.NATIONAL, Procedure.EUROPEAN)
        and case.amount is not None
        and thresholds.COMMISSION_ABOVE in figures
        and case.amount > figures[thresholds.COMMISSION_ABOVE]
    )


def _latest_launch(case: Case, days: int | None) -> dt.date | None:
    if case.launch or not case.deadline or not days:
        return None
    return case.deadline - dt.timedelta(days=days)


def _decision(case: Case, figures: Figures) -> tuple[dt.date, dt.date] | None:
    if case.kind != "contest" or not case.launch:
        return None
    first, last = (dt.timedelta(weeks=figures.whole(name)) for name in thresholds.WEEKS)
    return case.launch + first, case.launch + last


def _warnings(case: Case, earliest: dt.date | None, figures: Figures) -> list[Caution]:
    found = []
    if case.payment == "unpaid":
        found.append(Caution.UNPAID)
    if case.invited is not None and case.invited > figures[thresholds.AGENCIES]:
        found.append(Caution.MANY)
    if earliest and case.deadline and case.deadline < earliest:
        found.append(Caution.SHORT)
    return found


def _reasons(warnings: list[Caution]) -> list[str]:
    reasons = {
        Caution.UNPAID: [thresholds.WASTE, thresholds.COST],
        Caution.MANY: [thresholds.AGENCIES],
        Caution.SHORT: [],
    }
    return [name for warning in warnings for name in reasons[warning]]
