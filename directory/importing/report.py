"""What became of every row, as a table to read, to download and to print."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from cluster.core.spreadsheet import FORMATS

from .plan import Outcome

LABELS = {
    Outcome.CREATED: pgettext_lazy("row of an import", "New profile"),
    Outcome.UPDATED: pgettext_lazy("row of an import", "Changed"),
    Outcome.UNCHANGED: pgettext_lazy("row of an import", "Nothing new"),
    Outcome.SKIPPED: pgettext_lazy("row of an import", "Left out"),
    Outcome.FAULTY: pgettext_lazy("row of an import", "To be corrected"),
}


def counts(report: Iterable[dict[str, Any]]) -> list[tuple[str, Any, int]]:
    """(outcome, label, how many) of all outcomes, in the order in which they matter."""
    number = Counter(line["outcome"] for line in report)
    return [(str(outcome), label, number[outcome]) for outcome, label in LABELS.items()]


def lines(report: Iterable[dict[str, Any]]) -> Iterator[list[Any]]:
    yield [_("Row"), _("Name"), _("What happens"), _("Why")]
    for line in report:
        label = str(LABELS[Outcome(line["outcome"])])
        yield [line["row"], line["name"], label, line["reason"]]


def format_of(path: Path) -> str:
    """ "" where the name ends in neither."""
    ending = path.suffix.lower().lstrip(".")
    return ending if ending in FORMATS else ""
