from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Orderable

from cluster.core.admin_forms import EntriesPanel
from cluster.core.fields import TextByLanguageField, in_language
from cluster.core.spreadsheet import FORMATS
from directory.models import Branch

from ..certainty import Certain
from ..contributed import Contributed, contributed
from ..estimating import EstimateForm
from ..price_table import PriceTable, as_file
from ..prices import MINIMUM_OBSERVATIONS, Unit, scales
from ..querysets import PriceRowQuerySet
from .base import ResourcePage

LOW_ABOVE_TYPICAL = _("The low price is above the typical one.")
TYPICAL_ABOVE_HIGH = _("The typical price is above the high one.")
YEAR_WRONG = _("Give the year with four digits, like 2026.")
YEARS = (1990, 2100)


class PriceListPage(RoutablePageMixin, ResourcePage):
    """Observed price ranges; the translations of a list may leave their rows to the original."""

    content_panels = [
        *ResourcePage.introduction_panels,
        EntriesPanel(
            "rows",
            heading=_("Prices"),
            label=_("Price"),
            help_text=_(
                "Prices that were observed, never recommended ones. In a translation, leave this"
                " empty to show the rows of the original."
            ),
        ),
        *ResourcePage.review_panels,
    ]
    template = "resources/price_list_page.html"
    page_description = _("A table of observed price ranges with their sources.")

    class Meta:
        verbose_name = _("price list")
        verbose_name_plural = _("price lists")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        rows = self.rows.all() if getattr(request, "is_preview", False) else self.published_rows()
        table = PriceTable(request.GET, rows)
        context.update(
            table=table,
            form=table.form,
            ignored=table.form.ignored,
            scales=scales(table.rows),
            minimum=MINIMUM_OBSERVATIONS,
        )
        return context

    @path("")
    def index_route(self, request, *args, **kwargs):
        wanted = request.GET.get("format")
        if wanted in FORMATS:
            rows = PriceTable(request.GET, self.published_rows()).rows
            return as_file(f"{self.slug}.{wanted}", rows)
        return super().index_route(request, *args, **kwargs)

    @path("estimate/")
    def as_estimate(self, request):
        context = super().get_context(request)
        context["form"] = EstimateForm(request.GET, rows=self.published_rows())
        return TemplateResponse(request, "resources/price_estimate.html", context)

    def published_rows(self) -> list["PriceRow | Contributed"]:
        """Own rows, else those of the oldest published translation that has some; then what was
        told of them."""
        rows = self.own_or_original_rows()
        return [*rows, *contributed(sorted({self.pk, *(row.page_id for row in rows)}))]

    def own_or_original_rows(self) -> list["PriceRow"]:
        rows = list(PriceRow.objects.of_list(self).shown(MINIMUM_OBSERVATIONS).for_display())
        sources = sorted({row.page_id for row in rows}, key=lambda pk: (pk != self.pk, pk))
        return [row for row in rows if row.page_id == sources[0]]


class PriceRow(Certain, Orderable):
    """One observed range of one service."""

    page = ParentalKey(PriceListPage, on_delete=models.CASCADE, related_name="rows")
    services = TextByLanguageField(_("service"))
    branch = models.ForeignKey(
        Branch,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("branch"),
    )
    unit = models.CharField(_("unit"), max_length=20, choices=Unit.choices)
    low = models.DecimalField(
        _("low (€)"), max_digits=10, decimal_places=2, validators=[MinValueValidator(0)]
    )
    typical = models.DecimalField(_("typical (€)"), max_digits=10, decimal_places=2)
    high = models.DecimalField(_("high (€)"), max_digits=10, decimal_places=2)
    observations = models.PositiveIntegerField(
        _("number of observations"),
        null=True,
        blank=True,
        help_text=_(
            "How many prices were observed. Leave empty when the source published the figure"
            " itself without saying how many."
        ),
    )
    year = models.PositiveSmallIntegerField(_("year"))
    source_name = TextByLanguageField(_("source"))
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)

    panels = [
        FieldPanel("services", help_text=_("What is paid for, as buyers would say it.")),
        FieldRowPanel(
            [
                FieldPanel("branch", help_text=_("Gives the row its colour and its filter.")),
                FieldPanel("unit", help_text=_("Prices of one unit share a table and a scale.")),
            ]
        ),
        FieldRowPanel(
            [
                FieldPanel("low", help_text=_("Where the drawn range begins.")),
                FieldPanel("typical", help_text=_("The line within the range.")),
                FieldPanel("high", help_text=_("Where the range ends.")),
            ]
        ),
        FieldRowPanel(
            [
                FieldPanel("observations"),
                FieldPanel("year", help_text=_("In which the prices were paid, like 2026.")),
            ]
        ),
        MultiFieldPanel(
            [
                FieldPanel("source_name", help_text=_("Who observed the prices.")),
                FieldPanel("source_url", help_text=_("The source's name leads there: https://…")),
                *Certain.certainty_panels,
            ],
            _("Source"),
        ),
    ]
    objects = PriceRowQuerySet.as_manager()

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(low__lte=models.F("typical")),
                name="price_low_below_typical",
                violation_error_message=LOW_ABOVE_TYPICAL,
            ),
            models.CheckConstraint(
                condition=models.Q(typical__lte=models.F("high")),
                name="price_typical_below_high",
                violation_error_message=TYPICAL_ABOVE_HIGH,
            ),
            models.CheckConstraint(
                condition=models.Q(low__gte=0),
                name="price_not_negative",
                violation_error_message=_("A price cannot be below zero."),
            ),
            models.CheckConstraint(
                condition=models.Q(year__range=YEARS),
                name="price_year_plausible",
                violation_error_message=YEAR_WRONG,
            ),
        ]
        verbose_name = _("price")
        verbose_name_plural = _("prices")

    def __str__(self) -> str:
        return self.service

    def clean(self):
        """What the database refuses, said beside the field."""
        super().clean()
        errors = {}
        if None not in (self.low, self.typical) and self.low > self.typical:
            errors["low"] = LOW_ABOVE_TYPICAL
        if None not in (self.typical, self.high) and self.typical > self.high:
            errors["high"] = TYPICAL_ABOVE_HIGH
        if self.year is not None and not YEARS[0] <= self.year <= YEARS[1]:
            errors["year"] = YEAR_WRONG
        if errors:
            raise ValidationError(errors)

    @property
    def key(self) -> str:
        """Its name in an estimate."""
        return f"r{self.pk}"

    @property
    def service(self) -> str:
        return in_language(self.services)

    @property
    def source(self) -> str:
        return in_language(self.source_name)
