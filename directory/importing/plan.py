"""What becomes of each row of a file, found out before anything is written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from ..models import DeclinedInvitation, ProfilePage
from .cells import Words, cells_of
from .columns import BY_NAME
from .matching import AT_ONCE, Matcher, Several, key_of
from .reading import Values, read_row
from .table import Table
from .values import WITH, draft_of, values_of

Progress = Callable[[int, int], None]
"""Told how many rows are done, of how many."""


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    FAULTY = "faulty"


@dataclass(slots=True)
class Verdict:
    """Of one row; `changes` is what is written into the profile `page`, or into a new one."""

    row: int
    name: str
    outcome: Outcome = Outcome.CREATED
    reason: str = ""
    page: int | None = None
    values: Values = field(default_factory=dict)
    changes: Values = field(default_factory=dict)

    def set(self, outcome: Outcome, reason: str = "") -> None:
        self.outcome, self.reason = outcome, reason

    def as_report(self) -> dict[str, Any]:
        return {
            "row": self.row,
            "name": self.name,
            "outcome": str(self.outcome),
            "reason": self.reason,
            "page": self.page,
        }


def no_progress(done: int, total: int) -> None:
    pass


def plan(table: Table, mapping: list[str], tell: Progress = no_progress) -> list[Verdict]:
    """In the order of the rows, the reasons in the active language. Writes nothing."""
    verdicts = _read(table, mapping, tell)
    good = [one for one in verdicts if one.outcome is not Outcome.FAULTY]
    _find_profiles(good)
    _skip_declined(good)
    _point_out_shared_addresses(good)
    known = [one for one in good if one.page and one.outcome is Outcome.CREATED]
    for start in range(0, len(known), AT_ONCE):
        _compare(known[start : start + AT_ONCE])
        tell(len(verdicts), len(verdicts))
    return verdicts


def _read(table: Table, mapping: list[str], tell: Progress) -> list[Verdict]:
    fields = cells_of(Words.read())
    chosen = [(place, name) for place, name in enumerate(mapping) if name]
    verdicts = []
    for number, cells in table.rows:
        texts = {name: cells[place] for place, name in chosen}
        values, problem = read_row(texts, fields)
        one = Verdict(number, " ".join(texts.get("name", "").split())[:120], values=values)
        if problem:
            one.set(Outcome.FAULTY, problem)
        verdicts.append(one)
        if len(verdicts) % AT_ONCE == 0:
            tell(len(verdicts), len(table.rows))
    return verdicts


def _find_profiles(verdicts: list[Verdict]) -> None:
    matcher = Matcher.of(one.values for one in verdicts)
    seen: dict[Any, int] = {}
    for one in verdicts:
        try:
            one.page = matcher.find(one.values)
        except Several:
            one.set(
                Outcome.SKIPPED,
                _("Several profiles have this name and place, or this e-mail. Add a reference."),
            )
            continue
        keys = [key_of(one.values), *([one.page] if one.page else [])]
        if before := next((seen[key] for key in keys if key in seen), None):
            one.page = None
            one.set(Outcome.SKIPPED, _("The same as row %(row)d.") % {"row": before})
        seen |= {key: seen.get(key, one.row) for key in keys}


def _skip_declined(verdicts: list[Verdict]) -> None:
    declined = set(DeclinedInvitation.objects.values_list("digest", flat=True))
    for one in verdicts if declined else ():
        email = one.values.get("email")
        if email and DeclinedInvitation.digest_of(email) in declined:
            one.set(Outcome.SKIPPED, _("This person has asked not to be in the directory."))


def _point_out_shared_addresses(verdicts: list[Verdict]) -> None:
    """Of new profiles: each would be offered to one person, who can take over a single one."""
    first: dict[str, int] = {}
    for one in verdicts:
        email = one.values.get("email")
        if not email or one.outcome is not Outcome.CREATED:
            continue
        if (row := first.setdefault(email, one.row)) != one.row and one.page is None:
            reason = _(
                "Row %(row)d has this e-mail too: one person can take over only one profile."
            )
            one.reason = reason % {"row": row}


def _compare(verdicts: list[Verdict]) -> None:
    """With what is there: what its member keeps is left alone."""
    pages = ProfilePage.objects.with_review().filter(pk__in=[one.page for one in verdicts])
    by_pk = {page.pk: page for page in pages.select_related("origin")}
    new = []
    for one in verdicts:
        page = by_pk[one.page]
        if reason := _why_not(page):
            one.set(Outcome.SKIPPED, reason)
            continue
        one.changes = _differing(one.values, page.origin.values if _is_imported(page) else {})
        if one.changes:
            new.append(one)
        else:
            one.set(Outcome.UNCHANGED)
    _compare_with_drafts(new)


def _compare_with_drafts(verdicts: list[Verdict]) -> None:
    pages = ProfilePage.objects.filter(pk__in=[one.page for one in verdicts])
    by_pk = {page.pk: page for page in pages.select_related("origin").prefetch_related(*WITH)}
    for one in verdicts:
        one.changes = _differing(one.changes, values_of(draft_of(by_pk[one.page])))
        if one.changes:
            one.set(Outcome.UPDATED, ", ".join(_labels(one.changes)))
        else:
            one.set(Outcome.UNCHANGED)


def _why_not(page: ProfilePage) -> str:
    if page.member_id:
        return _("Its member keeps this profile up to date.")
    if page.review:
        return _("It is being reviewed.")
    if page.locked:
        return _("An editor has locked it.")
    return ""


def _is_imported(page: ProfilePage) -> bool:
    return getattr(page, "origin", None) is not None


def _differing(values: Values, others: Values) -> Values:
    return {column: value for column, value in values.items() if others.get(column) != value}


def _labels(columns: Iterable[str]) -> Iterator[str]:
    for column in columns:
        yield str(BY_NAME[column].label)
