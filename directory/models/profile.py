"""A creative's profile as it is written: a page the public never reads (see listing)."""

from uuid import uuid4

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import ItemBase
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager

from cluster.core.blocks import PictureBlock
from cluster.core.fields import ChoiceListField
from cluster.core.models import BasePage
from cluster.core.place import Placed
from cluster.core.share_card import ShareCard
from directory.addresses import SHORTLIST
from directory.former_skills import skill_now
from directory.querysets import ProfileQuerySet
from directory.showing import preview_profile

from .choices import SPOKEN_LANGUAGES, Availability, Kind, Precision
from .profile_panels import profile_tabs
from .vocabulary import Branch, Skill

MAX_BRANCHES = 3
FIRST_YEAR = 1900
OF_THE_CONFIRMATION = ("confirmed_at", "reminded_at", "faded_at", "lapsed_at")


class ProfilePage(Placed, BasePage):
    """Title is the name. `member` is who keeps it; live means confirmed by an editor and public.

    What became of a confirmation that grew old: its member was reminded, the profile says so and
    comes last, it was taken off the site (see directory.staleness).
    """

    member = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("member"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="profile",
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.FREELANCER)
    branches = ParentalManyToManyField(Branch, verbose_name=_("branches"), blank=True)
    skills = ClusterTaggableManager(
        through="directory.ProfileSkill", blank=True, verbose_name=_("skills")
    )
    languages = ChoiceListField(_("languages spoken"), options=SPOKEN_LANGUAGES, blank=True)
    availability = models.CharField(
        _("availability"), max_length=20, choices=Availability, default=Availability.AVAILABLE
    )
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("portrait or logo"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    precision = models.CharField(
        _("privacy of the place"), max_length=10, choices=Precision, default=Precision.LOCALITY
    )
    contact_email = models.EmailField(
        _("private contact e-mail"),
        blank=True,
        help_text=_("Never shown. Messages from the contact form go here; empty: to the account."),
    )
    confirmed_at = models.DateTimeField(_("confirmed on"), null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    faded_at = models.DateTimeField(null=True, blank=True, editable=False)
    lapsed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PageManager.from_queryset(ProfileQuerySet)()

    exclude_fields_in_copy = ["member", *OF_THE_CONFIRMATION]
    edit_handler = profile_tabs()
    parent_page_types = ["directory.DirectoryPage"]
    subpage_types: list[str] = []
    # The map, the API and the feed read listings, which know of no restriction.
    private_page_options: list[str] = []

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")

    def serve_preview(self, request, mode_name):
        return preview_profile(request, self)

    def clean(self):
        super().clean()
        if self.branches.count() > MAX_BRANCHES:
            raise ValidationError({"branches": _("At most three branches.")})

    def save(self, *args, **kwargs):
        if self.live and self.confirmed_at is None:
            self.confirmed_at = self.last_published_at or timezone.now()
        return super().save(*args, **kwargs)

    def with_content_json(self, content):
        """A revision takes back neither a confirmation, nor gives one, nor a merger of skills."""
        items = [{**item, "tag": skill_now(item["tag"])} for item in content.get("skill_items", [])]
        once = {item["tag"]: item for item in reversed(items)}
        profile = super().with_content_json(
            {**content, "skill_items": list(reversed(once.values()))}
        )
        for field in OF_THE_CONFIRMATION:
            setattr(profile, field, getattr(self, field))
        return profile

    @staticmethod
    def _slug_is_available(slug, parent_page, page=None):
        """Beside the directory's profiles stands the visitors' shortlist."""
        free = Page._slug_is_available(slug, parent_page, page)
        return free and slug not in SHORTLIST.values()

    def copy_for_translation(self, *args, **kwargs):
        """There is one profile, approved once; its texts in other languages are within it."""
        raise PermissionDenied

    @property
    def share_card(self) -> ShareCard | None:
        listing = getattr(self, "listing", None)
        return listing and listing.share_card

    @property
    def messages_go_to(self) -> str:
        """Where its mail goes; "" where nobody reads it."""
        member = self.member if self.member and self.member.is_active else None
        return self.contact_email or (member.email if member else "")

    @property
    def mail_language(self) -> str:
        return self.member.language if self.member else settings.LANGUAGE_CODE

    @property
    def is_newly_confirmed(self) -> bool:
        """Whether its last publication is the one that confirmed it."""
        return self.live and self.confirmed_at == self.last_published_at


class ProfileSkill(ItemBase):
    tag = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="profile_items")
    content_object = ParentalKey(ProfilePage, on_delete=models.CASCADE, related_name="skill_items")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="a_skill_once_a_profile")
        ]


class ProfileText(models.Model):
    """What a profile says, in one language; plain text, empty lines between paragraphs."""

    page = ParentalKey(ProfilePage, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    headline = models.CharField(
        _("headline"), max_length=140, help_text=_("What you do, in one sentence.")
    )
    body = models.TextField(_("text"), max_length=10_000, blank=True)
    competences = models.TextField(_("competences"), max_length=3_000, blank=True)
    projects = models.TextField(_("projects under way"), max_length=3_000, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "language"],
                name="one_text_per_language",
                violation_error_message=_("There is already a text in this language."),
            )
        ]

    def __str__(self) -> str:
        return self.headline


class Realisation(Orderable):
    """One piece of work in the portfolio; `key` names it while it has no row yet, in a draft."""

    key = models.UUIDField(default=uuid4, editable=False)
    page = ParentalKey(ProfilePage, on_delete=models.CASCADE, related_name="realisations")
    title = models.CharField(_("title"), max_length=140)
    role = models.CharField(_("my part"), max_length=140, blank=True)
    client = models.CharField(_("client"), max_length=140, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    description = models.TextField(_("description"), max_length=3_000, blank=True)
    url = models.URLField(_("link"), blank=True, help_text=_("A page or a video."))
    images = StreamField(
        [("image", PictureBlock())], verbose_name=_("images"), blank=True, max_num=8
    )

    def clean(self) -> None:
        super().clean()
        latest = timezone.localdate().year + 1
        if self.year and self.year > latest:
            late = _("Not after %(year)d, please.") % {"year": latest}
            raise ValidationError({"year": late})
        if self.year and self.year < FIRST_YEAR:
            early = _("Not before %(year)d, please.") % {"year": FIRST_YEAR}
            raise ValidationError({"year": early})


class TeamMember(Orderable):
    page = ParentalKey(ProfilePage, on_delete=models.CASCADE, related_name="team")
    name = models.CharField(_("name"), max_length=140)
    role = models.CharField(_("role"), max_length=140, blank=True)


class ProfileLink(Orderable):
    page = ParentalKey(ProfilePage, on_delete=models.CASCADE, related_name="links")
    label = models.CharField(_("label"), max_length=60, blank=True)
    url = models.URLField(_("address"))
