from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from cluster.core.fields import TextByLanguageField, in_language
from directory.models import Branch

from ..certainty import Certain
from ..price_table import PriceTable, as_csv
from ..prices import MINIMUM_OBSERVATIONS, Unit, scales
from ..querysets import PriceRowQuerySet
from .base import ResourcePage


class PriceListPage(ResourcePage):
    """Observed price ranges; the translations of a list may leave their rows to the original."""

    content_panels = [
        *ResourcePage.introduction_panels,
        InlinePanel(
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
            form=table.form,
            ignored=table.form.ignored,
            scales=scales(table.rows),
            minimum=MINIMUM_OBSERVATIONS,
        )
        return context

    def serve(self, request, *args, **kwargs):
        if request.GET.get("format") == "csv":
            return as_csv(self, PriceTable(request.GET, self.published_rows()).rows)
        return super().serve(request, *args, **kwargs)

    def published_rows(self) -> list["PriceRow"]:
        """Own rows, else those of the oldest published translation that has some."""
        rows = list(
            PriceRow.objects.of_lists([self.translation_key])
            .shown(MINIMUM_OBSERVATIONS)
            .for_display()
        )
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
        FieldPanel("services"),
        FieldRowPanel([FieldPanel("branch"), FieldPanel("unit")]),
        FieldRowPanel([FieldPanel("low"), FieldPanel("typical"), FieldPanel("high")]),
        FieldRowPanel([FieldPanel("observations"), FieldPanel("year")]),
        MultiFieldPanel(
            [
                FieldPanel("source_name"),
                FieldPanel("source_url"),
                FieldPanel("certainty"),
                FieldPanel("to_confirm"),
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
                violation_error_message=_("The low price is above the typical one."),
            ),
            models.CheckConstraint(
                condition=models.Q(typical__lte=models.F("high")),
                name="price_typical_below_high",
                violation_error_message=_("The typical price is above the high one."),
            ),
            models.CheckConstraint(
                condition=models.Q(low__gte=0),
                name="price_not_negative",
                violation_error_message=_("A price cannot be below zero."),
            ),
            models.CheckConstraint(
                condition=models.Q(year__range=(1990, 2100)),
                name="price_year_plausible",
                violation_error_message=_("Give the year with four digits, like 2026."),
            ),
        ]
        verbose_name = _("price")
        verbose_name_plural = _("prices")

    def __str__(self) -> str:
        return self.service

    @property
    def service(self) -> str:
        return in_language(self.services)

    @property
    def source(self) -> str:
        return in_language(self.source_name)
