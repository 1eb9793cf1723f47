"""Figures: what guides, checklists and calculators read by name and day, never a constant."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from cluster.core.admin_forms import EntriesPanel
from cluster.core.fields import TextByLanguageField, in_language

from ..certainty import Certain
from ..periods import FigureForm
from ..querysets import FigureQuerySet

ENDS_BEFORE = _("The period ends before it begins.")
NO_VALUE = _("Give a number, or say the value in words.")


class Figure(index.Indexed, ClusterableModel):
    """A named number (or rule in words) that changes with time: a ceiling, a rate, a deadline."""

    slug = models.SlugField(
        _("short name"),
        max_length=80,
        unique=True,
        help_text=_("Calculators and the API read the figure by this name: do not change it."),
    )
    names = TextByLanguageField(_("name"))
    units = TextByLanguageField(
        _("unit"), blank=True, help_text=_("Shown after the number: €, %, days, € a month…")
    )

    panels = [
        FieldPanel("names", help_text=_("Shown above the number, in the reader's language.")),
        FieldPanel("slug"),
        FieldPanel("units"),
        EntriesPanel(
            "values",
            heading=_("Values by period"),
            label=_("Value"),
            help_text=_("When a figure changes, add a value: the old one stays for its period."),
            min_num=1,
        ),
    ]
    search_fields = [
        index.SearchField("names"),
        index.AutocompleteField("slug"),
        index.SearchField("slug"),
    ]
    base_form_class = FigureForm
    objects = FigureQuerySet.as_manager()
    current: "FigureValue | None" = None
    """The value of the day that `FigureQuerySet.on` was asked for."""

    class Meta:
        ordering = ["slug"]
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def __str__(self) -> str:
        return in_language(self.names) or self.slug

    @property
    def unit(self) -> str:
        return in_language(self.units)


class FigureValue(Certain):
    """What a figure is worth in a period, who says so and how sure that is."""

    figure = ParentalKey(Figure, on_delete=models.CASCADE, related_name="values")
    amount = models.DecimalField(
        _("number"), max_digits=16, decimal_places=4, null=True, blank=True
    )
    words = TextByLanguageField(
        _("in words"), blank=True, help_text=_("For what is not one number: “17 / 14 / 8 / 3 %”.")
    )
    notes = TextByLanguageField(
        _("note"), blank=True, help_text=_("What to know with it: a condition, an older value.")
    )
    valid_from = models.DateField(
        _("valid from"),
        null=True,
        blank=True,
        help_text=_("Empty: for longer than we know."),
    )
    valid_to = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("Empty: still valid.")
    )
    source_name = models.CharField(_("source"), max_length=200)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), default=dt.date.today)
    next_review = models.DateField(_("next review"), null=True, blank=True)

    panels = [
        FieldPanel("amount", help_text=_("Without its unit: 50000 or 3.5.")),
        FieldPanel("words"),
        FieldPanel("notes"),
        MultiFieldPanel([FieldPanel("valid_from"), FieldPanel("valid_to")], _("Period")),
        MultiFieldPanel(
            [
                FieldPanel("source_name", help_text=_("Who publishes it: the law, the office.")),
                FieldPanel("source_url", help_text=_("The source's name leads there: https://…")),
                *Certain.certainty_panels,
            ],
            _("Source"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("reviewed_on", help_text=_("When somebody last read it at its source.")),
                FieldPanel(
                    "next_review", help_text=_("From that day on readers see that it is due.")
                ),
            ],
            _("Review"),
        ),
    ]

    class Meta:
        ordering = ["valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
                name="figure_period_in_order",
                violation_error_message=ENDS_BEFORE,
            ),
            models.CheckConstraint(
                condition=models.Q(amount__isnull=False) | ~models.Q(words={}),
                name="figure_number_or_words",
                violation_error_message=NO_VALUE,
            ),
            models.UniqueConstraint(
                fields=["figure"],
                condition=models.Q(valid_from__isnull=True),
                name="figure_one_value_without_start",
                violation_error_message=_("Only one value can begin before what we know."),
            ),
            models.UniqueConstraint(
                fields=["figure", "valid_from"],
                name="figure_one_value_per_start",
                violation_error_message=_("This figure already has a value from that day."),
            ),
        ]
        verbose_name = _("value")
        verbose_name_plural = _("values")

    def __str__(self) -> str:
        return self.text

    def clean(self):
        """What the database refuses, said beside the field."""
        super().clean()
        errors = {}
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            errors["valid_to"] = ENDS_BEFORE
        if self.amount is None and not self.words:
            errors["amount"] = NO_VALUE
        if errors:
            raise ValidationError(errors)

    @property
    def text(self) -> str:
        """The number in the reader's notation without empty decimals, or the words."""
        if self.amount is None:
            return in_language(self.words)
        amount = self.amount.normalize()
        places = max(0, -int(amount.as_tuple().exponent))
        return number_format(amount, 2 if places == 1 else places, force_grouping=True)

    @property
    def note(self) -> str:
        return in_language(self.notes)

    @property
    def is_stale(self) -> bool:
        return self.next_review is not None and self.next_review < timezone.localdate()
