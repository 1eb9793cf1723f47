"""Credits as the public sees them: names on the work, and the work on the profile named.

Both are finished texts in the two listings; whoever changes one of them changes the other.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.apps import apps

from ..addresses import linked
from ..models.credit import WorkCredit
from ..models.listing import ProfileListing
from ..pictures import large

MOST_SHOWN = 24
"""Works of others on one profile, the newest first."""


@dataclass(slots=True)
class Credits:
    """Of one profile: who took part in its works, by their key; and the works of others."""

    given: dict[UUID, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    received: list[dict[str, Any]] = field(default_factory=list)

    @property
    def words(self) -> Iterable[str]:
        """What the profile is found by because of the works of others."""
        for work in self.received:
            yield from (work["title"], work["part"], work["profile"]["name"])


def credits_of(page_pks: list[int]) -> dict[int, Credits]:
    """What may be shown of each, if it is public itself: agreed, and the other one public."""
    found: dict[int, Credits] = defaultdict(Credits)
    agreed = WorkCredit.objects.agreed()
    given = agreed.filter(owner__in=page_pks, credited__live=True).select_related("credited")
    for credit in given:
        named = {**_name(credit.credited), "part": credit.part}
        found[credit.owner_id].given[credit.work].append(named)
    received = agreed.filter(credited__in=page_pks, owner__live=True)
    rows = [*received.order_by("-answered_at", "-pk").values_list("pk", "owner__realisations")]
    credits = WorkCredit.objects.select_related("owner").in_bulk([pk for pk, _work in rows])
    works = apps.get_model("directory", "Realisation").objects.in_bulk([pk for _credit, pk in rows])
    for credit_pk, work_pk in rows:
        credit = credits[credit_pk]
        shown = found[credit.credited_id].received
        if len(shown) < MOST_SHOWN:
            shown.append(_work(credit, works[work_pk]))
    return found


def _name(page) -> dict[str, Any]:
    return {"name": page.title, "slug": page.slug, "kind": page.kind}


def _work(credit: WorkCredit, work) -> dict[str, Any]:
    image = next((block.value for block in work.images if block.value), None)
    return {
        "title": work.title,
        "year": work.year,
        "part": credit.part,
        "image": large(image, image.contextual_alt_text or "") if image else None,
        "profile": _name(credit.owner),
    }


def concerned(before: ProfileListing | None, after: ProfileListing | None) -> list[int]:
    """The profiles that show something of one that is now shown differently, or not any more."""
    named, works = _of(before)
    named_now, works_now = _of(after)
    one = before or after
    accepted = WorkCredit.objects.accepted()
    pks: set[int | None] = set()
    if one and named != named_now:
        pks |= set(accepted.filter(credited=one.pk).values_list("owner", flat=True))
    if one and (named, works) != (named_now, works_now):
        pks |= set(accepted.filter(owner=one.pk).values_list("credited", flat=True))
    return [pk for pk in pks if pk]


def _of(listing: ProfileListing | None) -> tuple[Any, Any]:
    if listing is None:
        return None, None
    works = listing.details["realisations"]
    shown = [(work["title"], work["year"], work["images"][:1]) for work in works]
    return (listing.name, listing.slug, listing.kind), shown


def with_links(details: dict[str, Any], language: str) -> None:
    """Says of everybody in them where they are found, for readers elsewhere."""
    for work in details["realisations"]:
        work["credits"] = [linked(one, language) for one in work.get("credits", [])]
    details["credited"] = [
        {**work, "profile": linked(work["profile"], language)}
        for work in details.get("credited", [])
    ]
