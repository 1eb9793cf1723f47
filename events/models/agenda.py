"""The agenda of one language."""

from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from cluster.core.models import BasePage
from directory.vocabulary import every_branch
from events import feed, ical, places, table
from events.listing import AgendaList

from .event import EventPage

FEED_LIMIT = 50
CALENDAR_LIMIT = 1_000
TABLE_LIMIT = 5_000


class AgendaPage(RoutablePageMixin, BasePage):
    """Lists the events of its language and those that exist in another one only."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction", help_text=_("One or two sentences below the title.")),
    ]
    promote_panels = BasePage.menu_panels
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agendas")

    def route(self, request, path_components):
        """An event below is found in one query together with its translations."""
        if path_components and "." not in path_components[0]:
            event = EventPage.objects.public_at(self, path_components[0])
            if event is None:
                raise Http404
            return event.route(request, path_components[1:])
        return super().route(request, path_components)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["agenda"] = self.listing(request)
        return context

    @path("calendar.ics/")
    def as_calendar(self, request):
        seen = EventPage.objects.seen().for_calendars()
        events = self.listing(request).found[:CALENDAR_LIMIT].in_full(seen)
        return ical.respond(events, name=self.title, address=request.get_full_path())

    @path("feed.xml/")
    def as_feed(self, request):
        agenda = self.listing(request)
        return feed.respond(
            agenda.found[:FEED_LIMIT].in_lists(EventPage.objects.seen()),
            title=self.title,
            description=self.introduction,
            page=agenda.canonical,
            address=request.get_full_path(),
            language=self.locale.language_code,
        )

    @path("events.csv/")
    def as_table(self, request):
        found = self.listing(request).found[:TABLE_LIMIT]
        return table.respond(found.in_tables(EventPage.objects.seen()), name=self.slug)

    @path("places.geojson/")
    def as_places(self, request):
        agenda = self.listing(request)
        return agenda.places(places.zoom_of(request.GET))

    def listing(self, request) -> AgendaList:
        return AgendaList(
            events=EventPage.objects.seen(),
            branches=every_branch(),
            params=request.GET,
            address=self.link,
            language=self.locale.language_code,
            now=timezone.now(),
        )
