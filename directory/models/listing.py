"""What the public side of the directory reads, and all it reads."""

from django.conf import settings
from django.db import models
from wagtail.search import index

from cluster.core.share_card import ShareCard
from directory.words import BREAK


class ProfileListing(index.Indexed, models.Model):
    """One live profile, flattened: its public point, filter columns, finished texts.

    `since` is the day it was public first; `people` how many work there, None where nobody says.
    `summaries` holds one JSON object per site language, `details` what the profile's own page adds.
    `names`, `headline`, `credits` and `body` are searched: plain words without accents, in all
    languages at once, apart because they count differently.
    Nothing private is in here: no draft, no e-mail, no exact point of a locality-only profile.
    """

    page = models.OneToOneField(
        "directory.ProfilePage", on_delete=models.CASCADE, primary_key=True, related_name="listing"
    )
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)
    name = models.CharField(max_length=255)
    sort_name = models.CharField(max_length=255)
    kind = models.CharField(max_length=20)
    availability = models.CharField(max_length=20)
    locality = models.CharField(max_length=100, blank=True)
    canton = models.CharField(max_length=100, blank=True)
    precision = models.CharField(max_length=10)
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    cell = models.CharField(max_length=20, blank=True)
    turn = models.IntegerField()
    updated_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    since = models.DateField()
    people = models.PositiveSmallIntegerField(null=True)
    names = models.TextField(blank=True)
    headline = models.TextField(blank=True)
    credits = models.TextField(blank=True)
    body = models.TextField(blank=True)
    summaries = models.JSONField(default=dict)
    details = models.JSONField(default=dict)

    search_fields = [index.SearchField("title"), index.SearchField("rest")]
    # The projection puts it into the search index itself, in the same transaction.
    search_auto_update = False

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(longitude__isnull=True, latitude__isnull=True)
                | models.Q(longitude__isnull=False, latitude__isnull=False),
                name="both_coordinates_or_none",
            )
        ]
        indexes = [
            models.Index(fields=["turn", "page"], name="listing_by_turn"),
            models.Index(fields=["sort_name", "page"], name="listing_by_name"),
            models.Index(fields=["-updated_at", "page"], name="listing_by_date"),
            models.Index(fields=["latitude", "longitude", "page", "cell"], name="listing_by_point"),
            models.Index(fields=["canton", "locality"], name="listing_by_place"),
            models.Index(fields=["locality"], name="listing_by_locality"),
            models.Index(fields=["since", "people"], name="listing_by_since"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        """What the index calls so; no phrase runs from one part into the next."""
        return f"{self.names}{BREAK}{self.headline}{BREAK}"

    @property
    def rest(self) -> str:
        return f"{self.credits}{BREAK}{self.body}"

    @property
    def share_card(self) -> ShareCard:
        """The same in every language, so that it is drawn once."""
        summary = self.summaries[settings.LANGUAGE_CODE]
        colours = tuple(one["colour"] for one in summary["branches"])
        return ShareCard(self.name, summary["place"]["locality"], colours)

    @classmethod
    def called(cls, slug: str) -> "ProfileListing | None":
        """Of whatever stands in an address; PostgreSQL refuses to look for a null byte."""
        return None if "\0" in slug else cls.objects.filter(slug=slug).first()


class ListingTerm(models.Model):
    """One value a listing can be filtered by: ("branch", "design"), ("skill", "3d"), …; and since
    when it says so in public."""

    listing = models.ForeignKey(ProfileListing, on_delete=models.CASCADE, related_name="terms")
    facet = models.CharField(max_length=12)
    value = models.CharField(max_length=100)
    since = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["facet", "value", "listing"], name="a_term_once_a_listing"
            )
        ]

    def __str__(self) -> str:
        return f"{self.facet}: {self.value}"


class TermBits(models.Model):
    """Which of the listings that share a block have a term: see `term_bits`. `key` is
    "facet:value:block"; `stamp` is another one after every change."""

    key = models.CharField(max_length=140, primary_key=True)
    bits = models.BinaryField()
    stamp = models.BigIntegerField()

    def __str__(self) -> str:
        return self.key


class SearchWord(models.Model):
    """A word that can be found, and how many listings have it; what misspelt words are held to.

    Beside it each database keeps trigrams of the words: see the migrations.
    """

    word = models.CharField(max_length=40, unique=True)
    uses = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.word
