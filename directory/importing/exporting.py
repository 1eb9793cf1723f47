"""Profiles as a table with the columns that an import reads."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import get_language

from ..models import Branch, ProfilePage
from ..models.choices import SPOKEN_LANGUAGES, Availability, Kind
from .columns import COLUMNS, NOT_EXPORTED
from .plan import Progress, no_progress
from .values import WITH, draft_of, values_of

AT_ONCE = 500
EXPORTED = [column for column in COLUMNS if column.name not in NOT_EXPORTED]
LABELS = {
    "kind": dict(Kind.choices),
    "availability": dict(Availability.choices),
    "languages": dict(SPOKEN_LANGUAGES),
}


def table_of(pks: list[int], *, labels: bool, tell: Progress = no_progress) -> Iterator[list[Any]]:
    """Headings, then a row for each profile, as it was last saved. With `labels`, headings and
    words are the active language's, for people; without, the names that always stay the same."""
    yield [str(column.label) if labels else column.name for column in EXPORTED]
    names = {branch.slug: branch.name_in(get_language() or "") for branch in Branch.objects.all()}
    words: dict[str, dict[str, Any]] = {**LABELS, "branches": names} if labels else {}
    for start in range(0, len(pks), AT_ONCE):
        some = ProfilePage.objects.filter(pk__in=pks[start : start + AT_ONCE])
        found = some.select_related("origin").prefetch_related(*WITH)
        by_pk = {page.pk: page for page in found}
        for pk in pks[start : start + AT_ONCE]:
            if pk in by_pk:
                values = values_of(draft_of(by_pk[pk]))
                yield [_cell(column.name, values, words) for column in EXPORTED]
        tell(min(start + AT_ONCE, len(pks)), len(pks))


def template(*, labels: bool = True) -> Iterator[list[str]]:
    """The columns and an example."""
    yield [str(column.label) if labels else column.name for column in COLUMNS]
    yield [column.example for column in COLUMNS]


def _cell(column: str, values: dict[str, Any], words: dict[str, dict[str, Any]]) -> Any:
    value = values.get(column, "")
    known = words.get(column, {})
    if isinstance(value, list):
        return "; ".join(_words(value, known))
    return str(known.get(value, value)) if known else value


def _words(values: Iterable[str], known: dict[str, Any]) -> Iterator[str]:
    """A name with the mark that stands between names would be read as two."""
    for value in values:
        name = str(known.get(value, value))
        yield value if ";" in name else name
