"""Text as guides and checklists write it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..rich_text.figures import figured

SHORT = ["bold", "italic", "link", "figure"]
LONG = ["h3", *SHORT, "ol", "ul", "document-link"]


class Paragraphs(blocks.RichTextBlock):
    def __init__(self, *, features=LONG, **kwargs):
        kwargs.setdefault("help_text", _("Type “/” to put in a figure of the register."))
        super().__init__(features=features, **kwargs)

    def to_python(self, value):
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values):
        return figured(values)

    class Meta:
        icon = "pilcrow"
        label = _("Text")


class Sourced(blocks.StructBlock):
    """Where a statement comes from; an address without a name says nothing to a reader."""

    source_name = blocks.CharBlock(label=_("Source"), required=False, max_length=200)
    source_url = blocks.URLBlock(label=_("Address of the source"), required=False)

    def clean(self, value):
        value = super().clean(value)
        if value.get("source_url") and not value.get("source_name"):
            raise blocks.StructBlockValidationError(
                block_errors={
                    "source_name": ValidationError(_("Name the source that this address leads to."))
                }
            )
        return value
