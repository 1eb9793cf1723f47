"""An event as an editor writes it and the public reads it."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail_localize.fields import SynchronizedField

from cluster.core.blocks import DocumentsBody, PicturesBody, RecapBody
from cluster.core.models import BasePage
from cluster.core.place import Placed
from cluster.core.sections import section_of, with_address
from cluster.core.share_card import ShareCard
from cluster.media.renditions import BANNER, Picture, social
from directory.former_skills import skill_now
from events import ical
from events.choices import Format, State
from events.details import EventDetails
from events.event_form import EventPageForm
from events.panels import EVENT_PANELS
from events.programme_shown import ShownProgramme
from events.querysets import EventQuerySet
from events.share import share_card
from events.states import takes_registrations

from .columns import settle
from .projection import list_anew
from .subject import Subject
from .taking_part import TakingPart

THE_SAME = (
    *("locality", "address", "location"),
    *("online_url", "registration_url", "sold_out", "max_persons"),
)
"""What translations say alike, unless one of them says otherwise."""
LISTED_BY = {"live", "alias_of", "alias_of_id"}
"""What of an event alone may be saved that decides whether it is in the agenda."""


class EventPage(RoutablePageMixin, Subject, TakingPart, Placed, BasePage):
    """`first_start` to `search_text` follow from the rest at every save and are what lists read."""

    introduction = models.TextField(
        _("introduction"), max_length=500, blank=True, help_text=_("A sentence or two, for lists.")
    )
    body = RichTextField(
        _("text"),
        blank=True,
        features=["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"],
    )
    documents = StreamField(DocumentsBody(), verbose_name=_("documents"), blank=True)
    pictures = StreamField(PicturesBody(), verbose_name=_("more pictures"), blank=True)
    recap = StreamField(RecapBody(), verbose_name=_("recap"), blank=True)
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("picture"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=State,
        default=State.ANNOUNCED,
        help_text=_("A cancelled event stays in the agenda and in calendars, marked as such."),
    )
    format = models.CharField(
        _("on site or online"), max_length=10, choices=Format, default="on-site"
    )
    venue = models.CharField(
        _("venue"), max_length=140, blank=True, help_text=_("Name of the house or room.")
    )
    online_url = models.URLField(
        _("online link"),
        blank=True,
        help_text=_(
            "Where people register on this site it is sent to them only; where they do elsewhere it"
            " is not shown, for they get it there."
        ),
    )
    access_notes = models.TextField(
        _("access"),
        max_length=500,
        blank=True,
        help_text=_("Step-free access, sign language, hearing loop, parking …"),
    )
    first_start = models.DateTimeField(null=True, editable=False, db_index=True)
    last_end = models.DateTimeField(null=True, editable=False, db_index=True)
    longitude = models.FloatField(null=True, editable=False)
    latitude = models.FloatField(null=True, editable=False)
    branch_slugs = models.JSONField(default=list, editable=False)
    skill_slugs = models.JSONField(default=list, editable=False)
    search_text = models.TextField(blank=True, editable=False)

    picture_shapes = (BANNER,)
    # As long as no query has looked, see `for_details`.
    has_programme = is_part = True
    objects = PageManager.from_queryset(EventQuerySet)()

    content_panels = [*BasePage.content_panels, *EVENT_PANELS]
    base_form_class = EventPageForm
    override_translatable_fields = [
        *map(SynchronizedField, THE_SAME),
        # All languages share their seats.
        SynchronizedField("registration_for", overridable=False),
    ]
    parent_page_types = ["events.AgendaPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(longitude__isnull=True, latitude__isnull=True)
                | models.Q(longitude__isnull=False, latitude__isnull=False),
                name="an_event_has_both_coordinates_or_none",
            )
        ]

    @transaction.atomic
    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is None:
            settle(self)
        super().save(*args, update_fields=update_fields, **kwargs)
        if update_fields is None or LISTED_BY & set(update_fields):
            self._list_anew()

    def _list_anew(self):
        """A draft that nobody could read before changes nothing."""
        if self.live or self.listed.exists():
            list_anew([self.translation_key])

    def with_content_json(self, content):
        """Skills merged since a draft was kept are those they are now; a copied event's drafts
        still name the seats of the first one."""
        skills = [skill_now(pk) for pk in content.get("skills", [])]
        own = {"skills": list(dict.fromkeys(skills)), "seats": self.seats_id}
        return super().with_content_json(content | own)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["now"] = timezone.now()
        language = get_language() or settings.LANGUAGE_CODE
        context["programme"] = ShownProgramme(
            self, language, preview=getattr(request, "is_preview", False)
        )
        context["directory"] = section_of("directory.directorypage", get_language())
        context["details"] = EventDetails(
            self, context["programme"], directory=context["directory"], language=language
        )
        return context

    def get_alternates(self):
        return sorted((page.locale.language_code, page.link) for page in self.versions)

    @cached_property
    def versions(self) -> list["EventPage"]:
        """The translations that have an address, this page among them."""
        return list(with_address(self.get_translations(inclusive=True)).select_related("locale"))

    @cached_property
    def share_image(self) -> Picture | None:
        return social(self.image)

    @property
    def share_card(self) -> ShareCard:
        return share_card(self)

    @property
    def takes_registrations(self) -> bool:
        return takes_registrations(self, timezone.now())

    @path("event.ics/")
    def as_calendar(self, request):
        return ical.respond([self], name=self.title)
