"""What the public side of the opportunities reads, and all it reads."""

from django.db import models

from ..querysets import ListingQuerySet


class OpportunityListing(models.Model):
    """One live opportunity, flattened; open or not is asked of its day and whether it is filled.

    `details` holds what its page shows. Nothing private is in here: no draft, no e-mail address.
    """

    page = models.OneToOneField(
        "opportunities.OpportunityPage",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="listing",
    )
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=255)
    language = models.CharField(max_length=5)
    deadline = models.DateField()
    is_filled = models.BooleanField(default=False)
    published_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    branch_slugs = models.JSONField(default=list)
    skill_slugs = models.JSONField(default=list)
    search_text = models.TextField(blank=True)
    details = models.JSONField(default=dict)

    objects = ListingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(longitude__isnull=True, latitude__isnull=True)
                | models.Q(longitude__isnull=False, latitude__isnull=False),
                name="an_opportunity_has_both_coordinates_or_none",
            )
        ]
        indexes = [
            models.Index(fields=["is_filled", "deadline"], name="opportunity_by_deadline"),
            models.Index(fields=["-published_at", "page"], name="opportunity_by_date"),
        ]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def called(cls, slug: str) -> "OpportunityListing | None":
        """Of whatever stands in an address; PostgreSQL refuses to look for a null byte."""
        return None if "\0" in slug else cls.objects.filter(slug=slug).first()


class OpportunityTerm(models.Model):
    """One value a listing can be filtered by: ("type", "job"), ("skill", "3d"), …"""

    listing = models.ForeignKey(OpportunityListing, on_delete=models.CASCADE, related_name="terms")
    facet = models.CharField(max_length=12)
    value = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["facet", "value", "listing"], name="a_term_once_an_opportunity"
            )
        ]

    def __str__(self) -> str:
        return f"{self.facet}: {self.value}"
