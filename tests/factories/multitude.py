"""Ten thousand public profiles in the time that a test has."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Max, Min, OuterRef, Subquery
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from directory import term_bits
from directory.models import ListingTerm, ProfileListing, ProfilePage
from directory.projection import TURNS
from events.models import EventPage, EventSession
from events.models.projection import rebuild
from tests.factories.events import DAY, HOUR

COPY = """
WITH RECURSIVE copies(number) AS (
    SELECT 0 UNION ALL SELECT number + 1 FROM copies WHERE number < {copies}
)
INSERT INTO {table} ({columns}) SELECT {values} FROM {table}, copies
WHERE number > 0 AND {condition}"""
BOUNDS = (Min("start"), Max("end"))
FAR = 1_000_000
"""How far apart the primary keys of a profile's copies are."""
ADDRESS = "rtrim({0}, '/') || '-' || copies.number || '/'"
KEY = {"postgresql": "lpad(({})::text, 32, '0')::uuid", "sqlite": "printf('%032d', {})"}


def multiply(times: int) -> None:
    """Copies every public profile until there are so many of each, in the database itself: all
    that lists and searches read. A copy's finished texts still bear the original's address."""
    page = f"{{0}} + copies.number * {FAR}"
    key = KEY[connection.vendor].format(page.format("id"))
    anew = "{0} || '-' || copies.number"
    profile = ContentType.objects.get_for_model(ProfilePage)
    listing = ContentType.objects.get_for_model(ProfileListing)
    of_profiles = f"content_type_id = {profile.pk}"
    columns = {"id": page, "path": anew, "slug": anew, "url_path": ADDRESS, "translation_key": key}
    _copy(Page, times - 1, of_profiles, columns)
    _copy(ProfilePage, times - 1, "true", {"page_ptr_id": page, "member_id": None})
    turn = f"({{0}} + copies.number * 104729) % {TURNS}"
    _copy(ProfileListing, times - 1, "true", {"page_id": page, "slug": anew, "turn": turn})
    _copy(ListingTerm, times - 1, "true", {"id": None, "listing_id": page})
    entry = f"CAST({page.format('CAST({0} AS integer)')} AS varchar)"
    of_listings = f"content_type_id = {listing.pk}"
    term_bits.set_again()
    _copy(IndexEntry, times - 1, of_listings, {"id": None, "object_id": entry})


def _copy(model, copies: int, condition: str, changes: dict[str, str | None]) -> None:
    """A column whose change is None is left to the database."""
    names = [field.column for field in model._meta.local_concrete_fields]
    columns = {name: changes.get(name, "{0}") for name in names}
    values = {f'"{name}"': value for name, value in columns.items() if value}
    with connection.cursor() as cursor:
        cursor.execute(
            COPY.format(
                copies=copies,
                table=model._meta.db_table,
                columns=", ".join(values),
                values=", ".join(value.format(name) for name, value in values.items()),
                condition=condition,
            )
        )


def multiply_events(times: int, sessions: int) -> None:
    """Copies every event, all languages of one together, and gives each so many sessions more:
    one a week, a copy's some hours later than the original's."""
    page = f"{{0}} + copies.number * {FAR}"
    anew = "{0} || '-' || copies.number"
    kind = ContentType.objects.get_for_model(EventPage)
    number = "CAST(copies.number AS text)"
    key = {
        "postgresql": f"md5({{0}}::text || {number})::uuid",
        "sqlite": f"substr({{0}}, 1, 24) || printf('%08d', {number})",
    }[connection.vendor]
    columns = {"id": page, "path": anew, "slug": anew, "url_path": ADDRESS, "translation_key": key}
    _copy(Page, times - 1, f"content_type_id = {kind.pk}", columns)
    _copy(EventPage, times - 1, "true", {"page_ptr_id": page})
    _copy(EventPage.branches.through, times - 1, "true", {"id": None, "eventpage_id": page})
    first = dict(EventSession.objects.order_by("-start").values_list("page", "start"))
    EventSession.objects.bulk_create(
        (
            EventSession(page_id=key, start=start, end=start + 2 * HOUR)
            for key in EventPage.objects.values_list("pk", flat=True)
            for n in range(sessions)
            for start in [first[key % FAR] + n * 7 * DAY + (key // FAR % 168) * HOUR]
        ),
        batch_size=1_000,
    )
    own = EventSession.objects.filter(page=OuterRef("pk")).order_by()
    first, last = (Subquery(own.values("page").annotate(at=at).values("at")) for at in BOUNDS)
    EventPage.objects.update(first_start=first, last_end=last)
    rebuild()
