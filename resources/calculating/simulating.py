"""A simulation as a page and a calendar show it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from ..deadlines_ical import Entry
from . import contributions, deadlines, vat
from .contributions import Month
from .deadlines import Deadline
from .figures import Figures, MissingFigure
from .months import Drawing, Paid, Row, drawing, rows, total
from .reading import name_of, read
from .simulation import Simulation, simulate
from .simulator_form import FACTORS, SimulatorForm
from .wording import KINDS

NAMES = (
    *contributions.NAMES,
    contributions.PAYMENT_DAYS,
    *FACTORS,
    *(vat.FRANCHISE_UP_TO, vat.TOLERATED_UP_TO, *vat.RATE_NAMES.values()),
    *(vat.YEARLY_BELOW, vat.QUARTERLY_UP_TO, vat.RETURN_DAY, vat.YEARLY_MONTH),
    *(vat.RECAPITULATIVE_MONTH, vat.REPORT_MONTH, vat.REGISTRATION_DAYS),
    *("tax-advance-day", "income-tax-advance-month", "municipal-tax-advance-month"),
)


@dataclass(frozen=True, slots=True)
class Simulated:
    simulation: Simulation
    months: list[Figures]
    figures: list[Any]
    """Everything it stands on, each with its value as `current`."""

    @property
    def rows(self) -> list[Row]:
        return rows(self.simulation)

    @property
    def drawing(self) -> Drawing:
        return drawing(self.rows)

    @property
    def total_today(self) -> Paid:
        return total(row.today for row in self.rows)

    @property
    def total_real_time(self) -> Paid:
        return total(row.real_time for row in self.rows)

    @property
    def statement(self) -> Month:
        """The first one of the year, provisional."""
        situation = self.simulation.situation
        return contributions.provisional(situation.insured, self.months[0], situation.declared)

    @property
    def assessed(self) -> Month:
        """The same month by the assessment: an equal part of the year's profit."""
        situation = self.simulation.situation
        average = contributions.average(self.simulation.profit, len(self.months))
        return contributions.of_month(average, situation.insured, self.months[0])

    @property
    def deadlines(self) -> list[tuple[Deadline, str]]:
        found = deadlines.deadlines(self.simulation, self.months[0])
        return [(one, str(KINDS[one.kind])) for one in found]

    @property
    def corrections(self) -> list[tuple[str, Any]]:
        return [(str(KINDS[one.kind]), one) for one in self.simulation.corrections]

    @property
    def entries(self) -> Iterator[Entry]:
        for one, name in self.deadlines:
            yield Entry(f"{one.kind}-{one.place}", one.day, _title(one, name))


def simulated(form: SimulatorForm) -> Simulated | None:
    """None, with a message beside the field, where it cannot be computed."""
    if not form.is_valid():
        return None
    situation = form.situation
    days = [dt.date(situation.year, month, 1) for month in situation.months]
    reading = read(NAMES, days)
    months = [reading.on(day) for day in days]
    try:
        form.refuse_factor_outside(months[0])
        if form.errors:
            return None
        result = simulate(situation, months)
        deadlines.deadlines(result, months[0])
    except MissingFigure as gap:
        said = {"name": name_of(gap.name), "year": gap.day.year}
        message = _("The register of figures has no “%(name)s” for %(year)s: choose another year.")
        form.add_error("year", message % said)
        return None
    return Simulated(result, months, reading.shown)


def _title(one: Deadline, name: str) -> str:
    if one.amount is None:
        return name
    amount = number_format(abs(one.amount), 2, force_grouping=True)
    if one.amount < 0:
        return _("%(name)s: %(amount)s € back") % {"name": name, "amount": amount}
    return _("%(name)s: %(amount)s €") % {"name": name, "amount": amount}
