from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import StreamBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from cluster.core.fields import ChoiceListField
from cluster.core.happening import Asked, happenings
from directory.models.profile import SPOKEN_LANGUAGES

from ..blocks.reading import OpenDayBlock
from ..blocks.text import LONG, SHORT
from ..training.levels import Level
from .base import ResourcePage

LISTS = [*SHORT, "ul"]


class OpenDays(StreamBlock):
    event = OpenDayBlock()


class TrainingPage(ResourcePage):
    """A programme of a school: who gets in, when, what it costs, what becomes of those who did."""

    school = models.CharField(_("school"), max_length=160)
    school_url = models.URLField(_("web address of the programme"), max_length=500, blank=True)
    level = models.CharField(_("level"), max_length=20, choices=Level.choices)
    locality = models.CharField(_("locality"), max_length=100, blank=True)
    languages = ChoiceListField(_("languages of teaching"), options=SPOKEN_LANGUAGES, blank=True)
    programme = RichTextField(_("programme"), features=LONG)
    admission = RichTextField(_("admission"), features=LISTS, blank=True)
    dates = RichTextField(_("dates"), features=LISTS, blank=True)
    fee = RichTextField(_("fee"), features=LISTS, blank=True)
    outcome = RichTextField(_("outcome"), features=LISTS, blank=True)
    open_days = StreamField(OpenDays(), verbose_name=_("open days"), blank=True)

    content_panels = [
        *ResourcePage.introduction_panels,
        MultiFieldPanel(
            [
                FieldPanel("school", help_text=_("Who teaches it, as the school calls itself.")),
                FieldPanel("school_url", help_text=_("The school's name leads there: https://…")),
                FieldRowPanel(
                    [
                        FieldPanel("level", help_text=_("Of the diploma at the end.")),
                        FieldPanel("locality", help_text=_("Where it is taught.")),
                    ]
                ),
                FieldPanel("languages", help_text=_("In which one has to follow.")),
            ],
            _("School"),
        ),
        FieldPanel("programme", help_text=_("What is learned, in which order.")),
        FieldPanel("admission", help_text=_("Who gets in, how many, by which exam.")),
        FieldPanel("dates", help_text=_("When to apply, when it begins, how long it takes.")),
        FieldPanel("fee", help_text=_("Put the amount in as a figure of the register.")),
        FieldPanel("outcome", help_text=_("The diploma, and what one does with it.")),
        FieldPanel("open_days", help_text=_("Events of the agenda at which one can look at it.")),
        *ResourcePage.review_panels,
    ]
    search_fields = [
        *ResourcePage.search_fields,
        index.SearchField("school"),
        index.SearchField("programme"),
        index.SearchField("outcome"),
    ]
    template = "resources/training_page.html"
    page_description = _("One programme: school, level, admission, dates, fee, outcome, open days.")

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["open_days"] = self.coming_open_days()
        return context

    def coming_open_days(self):
        keys = [child["value"] for child in self.open_days.raw_data]
        if not keys:
            return []
        language = get_language() or self.locale.language_code
        return happenings(Asked(language=language, now=timezone.now(), pages=keys))

    @property
    def taught_in(self) -> str:
        names = dict(SPOKEN_LANGUAGES)
        return ", ".join(str(names[code]) for code in self.languages if code in names)

    @property
    def in_short(self) -> str:
        return f"{self.get_level_display()} · {self.school}"
