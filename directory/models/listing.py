"""What the public side of the directory reads, and all it reads."""

from django.db import models
from wagtail.search import index


class ProfileListing(index.Indexed, models.Model):
    """One live profile, flattened: its public point, filter columns, finished texts.

    `summaries` holds one JSON object per site language, `details` what the profile's own page adds.
    `title` and `body` are searched: plain words without accents, in all languages at once.
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
    title = models.TextField(blank=True)
    body = models.TextField(blank=True)
    summaries = models.JSONField(default=dict)
    details = models.JSONField(default=dict)

    search_fields = [index.SearchField("title", boost=4), index.SearchField("body")]
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
            models.Index(fields=["latitude", "longitude"], name="listing_by_point"),
            models.Index(fields=["cell", "longitude", "latitude"], name="listing_by_cell"),
            models.Index(fields=["canton", "locality"], name="listing_by_place"),
            models.Index(fields=["locality"], name="listing_by_locality"),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def called(cls, slug: str) -> "ProfileListing | None":
        """Of whatever stands in an address; PostgreSQL refuses to look for a null byte."""
        return None if "\0" in slug else cls.objects.filter(slug=slug).first()


class ListingTerm(models.Model):
    """One value a listing can be filtered by: ("branch", "design"), ("skill", "3d"), …"""

    listing = models.ForeignKey(ProfileListing, on_delete=models.CASCADE, related_name="terms")
    facet = models.CharField(max_length=12)
    value = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["facet", "value", "listing"], name="a_term_once_a_listing"
            )
        ]

    def __str__(self) -> str:
        return f"{self.facet}: {self.value}"


class SearchWord(models.Model):
    """A word that can be found, and how many listings have it; what misspelt words are held to.

    Beside it each database keeps trigrams of the words: see the migrations.
    """

    word = models.CharField(max_length=40, unique=True)
    uses = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.word
