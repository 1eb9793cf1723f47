"""Which profile a row of a file is about: by reference, else by e-mail, else by name and place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Q
from django.db.models.functions import Lower

from cluster.geo.gazetteer import fold

from ..models import ProfileOrigin, ProfilePage
from .reading import Values

AT_ONCE = 500
NameAndPlace = tuple[str, str]


class Several(Exception):
    """More than one profile fits."""


@dataclass(frozen=True, slots=True)
class Candidate:
    pk: int
    reference: str
    emails: frozenset[str]


@dataclass(slots=True)
class Matcher:
    """Knows all profiles that any of the rows may be about. So many queries as there are kinds of
    keys, and one more for every few hundred rows."""

    by_reference: dict[str, int] = field(default_factory=dict)
    by_email: dict[str, list[Candidate]] = field(default_factory=dict)
    by_name: dict[NameAndPlace, list[Candidate]] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[Values]) -> "Matcher":
        matcher, rows = cls(), list(rows)
        references = {row["reference"] for row in rows if "reference" in row}
        emails = {row["email"] for row in rows if "email" in row}
        for some in _parts(sorted(references)):
            found = ProfileOrigin.objects.filter(reference__in=some)
            matcher.by_reference |= dict(found.values_list("reference", "page"))
        for some in _parts(sorted(emails)):
            own, account = Lower("contact_email"), Lower("member__email")
            pages = ProfilePage.objects.annotate(own=own, account=account)
            for one in _candidates(pages.filter(Q(own__in=some) | Q(account__in=some))):
                for email in one.emails:
                    matcher.by_email.setdefault(email, []).append(one)
        matcher._read_names({name_and_place(row) for row in rows})
        return matcher

    def find(self, row: Values) -> int | None:
        """The profile's key, None where there is none. Raises Several."""
        reference, email = row.get("reference", ""), row.get("email", "")
        if reference in self.by_reference:
            return self.by_reference[reference]
        found = [one for one in self.by_email.get(email, []) if _may_be(one, reference)]
        if not found:
            found = [
                one
                for one in self.by_name.get(name_and_place(row), [])
                if _may_be(one, reference) and not (email and one.emails)
            ]
            if not email and len(found) > 1:
                found = [one for one in found if not one.emails] or found
        if len(found) > 1:
            raise Several
        return found[0].pk if found else None

    def _read_names(self, wanted: set[NameAndPlace]) -> None:
        """Names are compared without accents, which no database does as we do."""
        names = ProfilePage.objects.values_list("pk", "draft_title", "locality")
        pks = [
            pk
            for pk, name, locality in names.iterator(chunk_size=5_000)
            if (fold(name), fold(locality)) in wanted
        ]
        for some in _parts(pks):
            pages = ProfilePage.objects.filter(pk__in=some)
            named = {pk: (fold(n), fold(p)) for pk, n, p in names.filter(pk__in=some)}
            for one in _candidates(pages):
                self.by_name.setdefault(named[one.pk], []).append(one)


def key_of(row: Values) -> tuple[str, ...]:
    """What two rows of one file must not share."""
    if reference := row.get("reference"):
        return ("reference", reference)
    if email := row.get("email"):
        return ("email", email)
    return ("name", *name_and_place(row))


def name_and_place(row: Values) -> NameAndPlace:
    return fold(row["name"]), fold(row.get("locality", ""))


def _may_be(one: Candidate, reference: str) -> bool:
    return not (reference and one.reference)


def _candidates(pages) -> Iterator[Candidate]:
    columns = ("pk", "origin__reference", "contact_email", "member__email")
    for pk, reference, own, account in pages.values_list(*columns):
        emails = frozenset(email.lower() for email in (own, account) if email)
        yield Candidate(pk, reference or "", emails)


def _parts(every: Sequence) -> Iterator[Sequence]:
    for start in range(0, len(every), AT_ONCE):
        yield every[start : start + AT_ONCE]
