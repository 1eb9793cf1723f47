"""Pages that calculate; editors place and introduce them, the numbers come from the register."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.search import index

from .. import deadlines_ical
from ..blocks.text import LONG
from ..calculating import pricing, simulating
from ..calculating.pricing import priced
from ..calculating.rate_form import RateForm
from ..calculating.simulating import simulated
from ..calculating.simulator_form import SimulatorForm
from ..figures_read import FiguresRead
from .base import ResourcePage


class CalculatorPage(ResourcePage):
    text = RichTextField(_("text"), blank=True, features=LONG)

    content_panels = [
        *ResourcePage.introduction_panels,
        FieldPanel(
            "text",
            help_text=_("Shown below the result: whom to ask, which guide explains more."),
        ),
        *ResourcePage.review_panels,
    ]
    search_fields = [*ResourcePage.search_fields, index.SearchField("text")]

    class Meta:
        abstract = True


class AdvanceSimulatorPage(RoutablePageMixin, CalculatorPage):
    """What a self-employed person pays when: by the rules of today, and if it were in real time."""

    figures_read = FiguresRead(simulating.NAMES)

    template = "resources/simulator_page.html"
    page_description = _("Contributions, tax and VAT of a year, month by month, with a calendar.")

    class Meta:
        verbose_name = _("advance simulator")
        verbose_name_plural = _("advance simulators")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        form = SimulatorForm(request.GET)
        found = simulated(form)
        calendar = f"deadlines.ics?{form.encoded}"
        context.update(
            form=form,
            found=found,
            calendar=calendar,
            webcal=deadlines_ical.webcal(f"{self.link}{calendar}"),
        )
        return context

    @path("deadlines.ics/")
    def as_calendar(self, request):
        """Empty where nothing can be computed: a calendar program could not say why."""
        form = SimulatorForm(request.GET)
        found = simulated(form)
        return deadlines_ical.respond(
            found.entries if found else [],
            name=self.title,
            address=f"{self.link}deadlines.ics?{form.encoded}",
        )


class HourlyRatePage(CalculatorPage):
    """What an hour has to cost so that one can live on it."""

    figures_read = FiguresRead(pricing.NAMES)

    template = "resources/rate_page.html"
    page_description = _("From what one wants to live on to a price per hour and per day.")

    class Meta:
        verbose_name = _("rate calculator")
        verbose_name_plural = _("rate calculators")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        form = RateForm(request.GET)
        context.update(form=form, found=priced(form))
        return context
