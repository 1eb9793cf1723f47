"""References to the registers: of figures and of organisations."""

import copy

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from . import examples


class FigureChooser(SnippetChooserBlock):
    """A figure of the register with its value of today, all of a page in one query."""

    def __init__(self, **kwargs):
        super().__init__("resources.Figure", **kwargs)

    def to_python(self, value):
        return None if value is None else self.bulk_to_python([value])[0]

    def bulk_to_python(self, values):
        figures = self.model_class.objects.on(timezone.localdate()).in_bulk(values)
        return [copy.copy(figures.get(pk)) for pk in values]

    class Meta:
        icon = "decimal"
        label = _("Figure")


class FiguresBlock(blocks.StructBlock):
    """Figures of the register, shown with unit, date, source and how sure they are."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        required=False,
        max_length=120,
        help_text=_("May stay empty below a section's own heading."),
    )
    figures = blocks.ListBlock(
        FigureChooser(),
        label=_("Figures"),
        min_num=1,
        help_text=_("Change a value in the register of figures: it changes everywhere at once."),
    )

    class Meta:
        icon = "decimal"
        label = _("Figures")
        description = _("Numbers from the register, with date, source and how sure they are.")
        template = "blocks/resources/figures.html"

    def get_preview_value(self):
        return self.normalize({"heading": _("Thresholds"), "figures": [examples.figure()]})


class HelpBlock(blocks.StructBlock):
    organisation = SnippetChooserBlock("resources.Organisation", label=_("Organisation or aid"))
    figures = blocks.ListBlock(
        FigureChooser(),
        label=_("What it pays"),
        default=[],
        min_num=0,
        help_text=_("Amounts and rates, from the register of figures."),
    )
    catch = blocks.TextBlock(
        label=_("The catch"),
        required=False,
        rows=2,
        help_text=_("What makes people fail: a condition, a date, an exclusion."),
    )

    class Meta:
        icon = "group"
        label = _("Organisation or aid")


class HelpersValue(blocks.StructValue):
    @property
    def known(self) -> list:
        """The items whose organisation has not been deleted since."""
        return [item for item in self["items"] if item["organisation"]]


class HelpersBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    shown_as = blocks.ChoiceBlock(
        label=_("Shown as"),
        choices=[("cards", _("cards")), ("table", _("table: what it pays, the catch"))],
        default="cards",
    )
    items = blocks.ListBlock(HelpBlock(), label=_("Organisations and aids"), min_num=1)

    class Meta:
        icon = "group"
        label = _("Who helps")
        description = _("Organisations as cards, or aids as a table: what it pays and the catch.")
        help_text = _("Cards suit who helps; the table compares aids side by side.")
        template = "blocks/resources/helpers.html"
        value_class = HelpersValue

    def get_preview_value(self):
        item = {"organisation": examples.organisation(), "catch": _("Apply before you sign.")}
        return self.normalize({"heading": _("Who helps"), "items": [item]})
