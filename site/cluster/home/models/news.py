from django.conf import settings
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from cluster.core.blocks import TextBody
from cluster.core.days import date_format
from cluster.core.models import BasePage
from cluster.core.sections import open_to_all
from cluster.core.share_card import ShareCard
from cluster.media.renditions import LARGE, THUMB, Picture, social

from .. import feed
from ..querysets import NewsQuerySet

PER_PAGE = 12
FEED_LIMIT = 30


class NewsPage(BasePage):
    """One piece of news."""

    date = models.DateField(_("date"), default=timezone.localdate)
    introduction = models.TextField(
        _("introduction"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences, shown in lists and above the text."),
    )
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("image"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    body = StreamField(TextBody(), verbose_name=_("text"), blank=True)

    picture_shapes = (LARGE, THUMB)
    objects = PageManager.from_queryset(NewsQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("date", help_text=_("Shown above the title; the latest news is first.")),
        FieldPanel("introduction"),
        FieldPanel("image", help_text=_("Large above the text, and small in lists.")),
        FieldPanel("body", help_text=_("Below the introduction, in the order you put it.")),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
        index.FilterField("date"),
    ]
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    def __str__(self) -> str:
        return self.title

    @property
    def share_image(self) -> Picture | None:
        return social(self.image)

    @property
    def share_card(self) -> ShareCard:
        with override(self.locale.language_code):
            return ShareCard(self.title, date_format(self.date))


class NewsIndexPage(RoutablePageMixin, BasePage):
    """The news of one language, latest first."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction", help_text=_("One or two sentences below the title.")),
    ]
    promote_panels = BasePage.menu_panels
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def route(self, request, path_components):
        """A piece of news below is found in one query."""
        if len(path_components) == 1 and "." not in path_components[0]:
            found = self.news().filter(slug=path_components[0]).select_related("locale").first()
            if found is None:
                raise Http404
            return found.route(request, [])
        return super().route(request, path_components)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        paginator = Paginator(self.listed().for_cards(), PER_PAGE)
        context["news"] = paginator.get_page(request.GET.get("page"))
        return context

    @path("feed.xml/")
    def as_feed(self, request):
        return feed.respond(self, self.listed()[:FEED_LIMIT])

    def news(self) -> NewsQuerySet:
        return NewsPage.objects.live().child_of(self)

    def listed(self) -> NewsQuerySet:
        """What everybody may read."""
        return open_to_all(self.news()).latest_first()
