"""Text as guides and checklists write it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

SHORT = ["bold", "italic", "link"]
LONG = ["h3", *SHORT, "ol", "ul", "document-link"]


class Paragraphs(blocks.RichTextBlock):
    def __init__(self, *, features=LONG, **kwargs):
        super().__init__(features=features, **kwargs)

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
