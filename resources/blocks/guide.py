"""What a guide is made of."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cluster.core.blocks import paragraph

from .figures import FiguresBlock, HelpersBlock
from .reading import ComingBlock, CountryBlock, DownloadsBlock, QuestionsBlock
from .text import SHORT, Paragraphs, Sourced


class SectionValue(blocks.StructValue):
    @property
    def anchor(self) -> str:
        return slugify(self["heading"]) or "section"


class SectionBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = Paragraphs(required=False)

    class Meta:
        icon = "h2"
        label = _("Section")
        description = _("A heading, which the contents list shows, and its text.")
        template = "blocks/resources/section.html"
        value_class = SectionValue
        preview_value = {
            "heading": _("Before you leave"),
            "text": paragraph(
                _("Ask for the aid first: nothing is paid once the contract is signed.")
            ),
        }


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("What to do"), max_length=120)
    text = Paragraphs(required=False)

    class Meta:
        icon = "tick-inverse"
        label = _("Step")


class StepsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        description = _("Numbered steps, in the order they are done.")
        template = "blocks/resources/steps.html"
        preview_value = {
            "heading": _("In this order"),
            "steps": [
                {
                    "title": _("Ask for the aid"),
                    "text": paragraph(_("In writing, before you sign.")),
                },
                {
                    "title": _("Sign the contract"),
                    "text": paragraph(_("Once you have the answer.")),
                },
            ],
        }


class CalloutValue(blocks.StructValue):
    KINDS = {"law": _("The law"), "tip": _("Tip"), "trap": _("Trap")}

    @property
    def kind_label(self) -> str:
        return str(self.KINDS.get(self["kind"], ""))


class CalloutBlock(Sourced):
    kind = blocks.ChoiceBlock(
        label=_("Kind"), choices=list(CalloutValue.KINDS.items()), default="tip"
    )
    text = Paragraphs(features=[*SHORT, "ul"])

    class Meta:
        icon = "warning"
        label = _("Callout")
        description = _("One thing nobody should miss: a law, a tip or a trap.")
        help_text = _("The kind chooses its colour and the word above it.")
        template = "blocks/resources/callout.html"
        value_class = CalloutValue
        form_layout = ["kind", "text", "source_name", "source_url"]
        preview_value = {
            "kind": "trap",
            "text": paragraph(_("An aid asked for after signing is refused.")),
        }


class GuideBody(blocks.StreamBlock):
    section = SectionBlock()
    steps = StepsBlock()
    callout = CalloutBlock()
    figures = FiguresBlock()
    helpers = HelpersBlock()
    country = CountryBlock()
    downloads = DownloadsBlock()
    questions = QuestionsBlock()
    coming = ComingBlock()

    def clean(self, value):
        value = super().clean(value)
        seen: set[str] = set()
        for position, child in enumerate(value):
            if child.block_type != "section":
                continue
            if child.value.anchor in seen:
                raise blocks.StreamBlockValidationError(block_errors={position: _same_heading()})
            seen.add(child.value.anchor)
        return value


def _same_heading() -> ValidationError:
    message = _("Another section has this heading: links to it would be ambiguous.")
    return blocks.StructBlockValidationError(block_errors={"heading": ValidationError(message)})
