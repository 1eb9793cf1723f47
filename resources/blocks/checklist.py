"""What a checklist is made of."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cluster.core.blocks import paragraph

from ..checklist import Door, Item, Kind, Phase
from ..procedures.wording import BUYERS, PROCEDURES
from .figures import FigureChooser
from .text import SHORT, Paragraphs, Sourced


class ChecklistItemBlock(Sourced):
    title = blocks.CharBlock(
        label=_("What to do"), max_length=160, help_text=_("One action: “Publish the criteria”.")
    )
    explanation = Paragraphs(label=_("Explanation"), required=False, features=[*SHORT, "ul"])
    doors = blocks.MultipleChoiceBlock(
        label=_("For whom"),
        choices=Door.choices,
        default=list(Door.values),
        widget=forms.CheckboxSelectMultiple,
    )
    kinds = blocks.MultipleChoiceBlock(
        label=_("In which kind"),
        choices=Kind.choices,
        default=list(Kind.values),
        widget=forms.CheckboxSelectMultiple,
    )
    buyers = blocks.MultipleChoiceBlock(
        label=_("For which buyers"),
        choices=BUYERS,
        default=[buyer for buyer, _label in BUYERS],
        widget=forms.CheckboxSelectMultiple,
    )
    procedures = blocks.MultipleChoiceBlock(
        label=_("In which procedures"),
        choices=PROCEDURES,
        default=[procedure for procedure, _label in PROCEDURES],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The thresholds of the register decide which one a visitor's amount leads to."),
    )
    above = FigureChooser(
        label=_("Only above this amount"),
        required=False,
        help_text=_("A threshold of the register; where empty, the item applies to any amount."),
    )
    phase = blocks.ChoiceBlock(label=_("When"), choices=Phase.choices, default=Phase.BEFORE)
    days_before = blocks.IntegerBlock(
        label=_("Days before the deadline"),
        required=False,
        min_value=0,
        max_value=730,
        help_text=_("Gives a due date to visitors who enter their deadline. Empty: no date."),
    )
    figures = blocks.ListBlock(
        FigureChooser(),
        label=_("Thresholds and periods"),
        default=[],
        min_num=0,
        help_text=_("From the register of figures."),
    )

    class Meta:
        icon = "circle-check"
        label = _("Item")
        description = _("One thing to do, with the law behind it and whom it concerns.")
        help_text = _(
            "Visitors say whether they launch or answer, what, who buys, for how much and when:"
            " they see the items that apply to them, by phase. The law or rule behind an item is"
            " its source."
        )
        form_layout = [
            "title",
            "explanation",
            "doors",
            "kinds",
            "buyers",
            "procedures",
            "above",
            "phase",
            "days_before",
            "figures",
            "source_name",
            "source_url",
        ]
        preview_template = "blocks/resources/checklist_item_preview.html"
        preview_value = {
            "title": _("Publish the criteria and their weight"),
            "explanation": paragraph(_("Who knows the rules sends a better offer.")),
            "doors": ["launch"],
            "kinds": ["tender", "contest"],
            "phase": "before",
            "days_before": 42,
        }

    def get_preview_context(self, value, parent_context=None):
        example = Item(id="", content=value, due=None)
        return {**super().get_preview_context(value, parent_context), "example": example}

    def clean(self, value):
        value = super().clean(value)
        if value["phase"] == Phase.AFTER and value["days_before"]:
            message = _("What comes after the deadline has no days before it.")
            raise blocks.StructBlockValidationError(
                block_errors={"days_before": ValidationError(message)}
            )
        return value


class ChecklistItems(blocks.StreamBlock):
    item = ChecklistItemBlock()
