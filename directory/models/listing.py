"""What the public side of the directory reads, and all it reads."""

from django.db import models
from wagtail.search import index

from .profile import ProfilePage


class ProfileListing(index.Indexed, models.Model):
    """One live profile, flattened: its public point, filter columns, finished texts per language.

    `summaries` and `details` hold a JSON object per site language, ready to be shown or answered.
    Nothing private is in here: no draft, no e-mail, no exact point of a locality-only profile.
    """

    page = models.OneToOneField(
        ProfilePage, on_delete=models.CASCADE, primary_key=True, related_name="listing"
    )
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)
    name = models.CharField(max_length=255)
    sort_name = models.CharField(max_length=255, db_index=True)
    kind = models.CharField(max_length=20)
    availability = models.CharField(max_length=20)
    locality = models.CharField(max_length=100, blank=True)
    canton = models.CharField(max_length=100, blank=True)
    precision = models.CharField(max_length=10)
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    cell = models.CharField(max_length=20, blank=True, db_index=True)
    title_text = models.TextField(blank=True)
    body_text = models.TextField(blank=True)
    summaries = models.JSONField(default=dict)
    details = models.JSONField(default=dict)
    updated_at = models.DateTimeField(db_index=True)
    confirmed_at = models.DateTimeField(null=True)

    search_fields = [
        index.SearchField("title_text", boost=4),
        index.SearchField("body_text"),
    ]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(longitude__isnull=True, latitude__isnull=True)
                | models.Q(longitude__isnull=False, latitude__isnull=False),
                name="both_coordinates_or_none",
            )
        ]

    def __str__(self) -> str:
        return self.name


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
