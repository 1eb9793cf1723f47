"""The only writer of listings: a listing exists if and only if its profile is live."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.search import index
from wagtail.search.backends import get_search_backends

from cluster.core.withdrawal import withdrawn

from . import search_words, term_bits
from .credits.shown import concerned, credits_of
from .freshness import LISTINGS
from .models.choices import Precision
from .models.listing import ListingTerm, ProfileListing
from .models.profile import ProfilePage, ProfileSkill
from .models.vocabulary import Skill
from .projection import Terms, compose

BATCH = 1_000
Said = dict[int, dict[tuple[str, str], dt.date]]
"""By listing and term, since when it is public."""


@transaction.atomic
def project(page: ProfilePage) -> ProfileListing:
    """Shows the live page, anew or for the first time; in the order and search from now on."""
    listing, terms = compose(page)
    before = ProfileListing.objects.filter(pk=page.pk).first()
    said = _said([page.pk])
    listing.save(force_insert=before is None, force_update=before is not None)
    listing.terms.all().delete()
    ListingTerm.objects.bulk_create(_terms(listing, terms, said))
    term_bits.change(said, {page.pk: terms})
    search_words.change(before=before, after=listing)
    index.insert_or_update_object(listing)
    LISTINGS.move()
    _note_first_claims(listing.pk)
    if before and before.precision == Precision.EXACT and listing.precision != Precision.EXACT:
        withdrawn.send(ProfilePage)
    _show_again(concerned(before, listing))
    return listing


@transaction.atomic
def withdraw(page_pk: int) -> None:
    """Shows the page no longer; harmless where it was not shown."""
    listing = ProfileListing.objects.filter(pk=page_pk).first()
    if listing is None:
        return
    others = concerned(listing, None)
    term_bits.change(_said([page_pk]), {})
    search_words.change(before=listing, after=None)
    index.remove_object(listing)
    listing.delete()
    LISTINGS.move()
    withdrawn.send(ProfilePage)
    _show_again(others)


def _show_again(pks: list[int]) -> None:
    """Who shows a name or a work of another; that changes nothing on yet others."""
    if pks:
        project_again(ProfilePage.objects.filter(pk__in=pks).order_by("pk"))


def project_again(pages: QuerySet[ProfilePage]) -> None:
    """Those of the pages that are live; for when a word they are sorted by has changed."""
    for page in pages.live():
        project(page)


def rebuild() -> Iterator[int]:
    """Makes all listings anew from the live pages; yields how many are done."""
    live = ProfilePage.objects.live()
    with transaction.atomic():
        for stale in ProfileListing.objects.exclude(page__in=live).values_list("pk", flat=True):
            withdraw(stale)
    done = 0
    for batch in _batches(live.order_by("pk").values_list("pk", flat=True)):
        replace(batch)
        done += len(batch)
        yield done
    term_bits.set_again()
    search_words.count_again()
    renew_statistics()


def renew_statistics() -> None:
    """Tells the database how much there is, after many listings were written at once. Without it
    SQLite matched the words of a search row by row, and PostgreSQL looped over a count.

    PostgreSQL, which does this by itself within minutes, also merges what its word indexes have
    put off until later; it refuses to inside of a transaction."""
    whole = connection.vendor == "postgresql" and not connection.in_atomic_block
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if whole else "ANALYZE")


@transaction.atomic
def replace(page_pks: list[int], *, count_words: bool = False) -> None:
    """Projects many pages at once, of any of which less may be public than before. `count_words`
    only where none of them was shown; otherwise the words have to be counted again afterwards."""
    pages = ProfilePage.objects.filter(pk__in=page_pks).prefetch_related(
        "texts", "branches", "skill_items__tag", "realisations", "team", "links", "image"
    )
    credits = credits_of(page_pks)
    composed = [compose(page, credits[page.pk]) for page in pages]
    said = _said(page_pks)
    ProfileListing.objects.filter(pk__in=page_pks).delete()
    listings = ProfileListing.objects.bulk_create(listing for listing, _ in composed)
    ListingTerm.objects.bulk_create(
        (term for listing, terms in composed for term in _terms(listing, terms, said)),
        batch_size=5_000,
    )
    term_bits.change(said, {listing.pk: terms for listing, terms in composed})
    if count_words:
        search_words.count_new(listings)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(ProfileListing, listings)
    LISTINGS.move()
    _note_first_claims(*page_pks)
    withdrawn.send(ProfilePage)


def _note_first_claims(*page_pks: int) -> None:
    """A skill is first claimed by the first public profile that names it."""
    unclaimed = Skill.objects.filter(first_claimed_at=None)
    claimed = ProfileSkill.objects.filter(content_object__in=page_pks).values("tag")
    unclaimed.filter(pk__in=claimed).update(first_claimed_at=timezone.now())


def _said(page_pks: list[int]) -> Said:
    terms = ListingTerm.objects.filter(listing__in=page_pks)
    said: Said = {}
    for pk, facet, value, since in terms.values_list("listing", "facet", "value", "since"):
        said.setdefault(pk, {})[facet, value] = since
    return said


def _terms(listing: ProfileListing, terms: Terms, said: Said) -> Iterator[ListingTerm]:
    """What it says for the first time it says from today, or from its own first day."""
    before = said.get(listing.pk)
    start = listing.since if before is None else timezone.localdate()
    for facet, value in terms:
        since = (before or {}).get((facet, value), start)
        yield ListingTerm(listing=listing, facet=facet, value=value, since=since)


def _batches(pks: Iterable[int]) -> Iterator[list[int]]:
    every = list(pks)
    for start in range(0, len(every), BATCH):
        yield every[start : start + BATCH]
