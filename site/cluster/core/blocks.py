"""What free texts of the site are made of: each block one thing an editor can name."""

from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from .links import check_address

TEXT_FEATURES = ["h3", "bold", "italic", "link", "ol", "ul", "document-link"]


def paragraph(text):
    """A sentence as rich text is kept, still to be translated."""
    return format_lazy("<p>{}</p>", text)


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("A line that begins a new part of the text.")
        template = "blocks/heading.html"
        preview_value = _("Open studios in Dudelange")


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists, links.")
        template = "blocks/text.html"
        preview_value = paragraph(
            _("Twelve studios show what they are working on. Entry is free for everybody.")
        )


class PictureBlock(ImageBlock):
    """Wagtail's, asking for the words in words."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        shown, described = self.child_blocks["decorative"], self.child_blocks["alt_text"]
        shown.label = _("Only decoration")
        shown.field.help_text = _("It says nothing that the text does not: it is not read aloud.")
        described.label = _("What the picture shows")
        described.field.help_text = _("Read aloud to people who do not see it. One short sentence.")

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A picture of the work, shown below its title.")
        preview_template = "blocks/captioned_image_preview.html"
        preview_value = None


class CaptionedImageBlock(blocks.StructBlock):
    image = PictureBlock(label=_("Image"))
    caption = blocks.CharBlock(
        label=_("Caption"), required=False, max_length=250, help_text=_("Shown below the image.")
    )
    credit = blocks.CharBlock(
        label=_("Credit"), required=False, max_length=120, help_text=_("Who made the image.")
    )

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A picture across the text, with what it shows and who made it.")
        template = "blocks/captioned_image.html"
        preview_template = "blocks/captioned_image_preview.html"
        preview_value = {
            "caption": _("The print room on the opening day."),
            "credit": "Léa Hoffmann",
        }


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words"), rows=3)
    speaker = blocks.CharBlock(label=_("Who said it"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("Their role"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("Somebody's own words, set large.")
        template = "blocks/quote.html"
        preview_value = {
            "text": _("I found my sound engineer two streets away."),
            "speaker": "Léa Hoffmann",
            "role": _("Film director"),
        }


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=160,
        help_text=_("What it is called here; empty: as the document itself."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file to download, such as slides or minutes.")
        template = "blocks/document.html"
        preview_template = "blocks/document_preview.html"
        preview_value = {"title": _("Slides of the talk")}


class CallToActionBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Sentence"), max_length=160)
    label = blocks.CharBlock(
        label=_("Words on the button"),
        max_length=40,
        help_text=_("What happens on a click: “Publish your profile”."),
    )
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.CharBlock(
        label=_("Address"),
        required=False,
        max_length=250,
        validators=[check_address],
        help_text=_("Where no page is chosen: https://… or /account/signup/"),
    )

    class Meta:
        icon = "circle-plus"
        label = _("Call to action")
        description = _("One sentence and one button.")
        template = "blocks/call_to_action.html"
        preview_value = {
            "text": _("Are you a creative?"),
            "label": _("Publish your profile"),
            "address": "/account/signup/",
        }

    def clean(self, value):
        value = super().clean(value)
        if not value["page"] and not value["address"]:
            raise blocks.StructBlockValidationError(
                block_errors={"page": ValidationError(_("Choose a page or give an address."))}
            )
        return value


class TextBody(blocks.StreamBlock):
    """The body of news and free pages."""

    heading = HeadingBlock(max_length=120)
    text = TextBlock()
    image = CaptionedImageBlock()
    quote = QuoteBlock()
    call_to_action = CallToActionBlock()


class DocumentsBody(blocks.StreamBlock):
    """What there is to download."""

    document = DocumentBlock()


class PicturesBody(blocks.StreamBlock):
    """What there is to see."""

    image = CaptionedImageBlock()


class RecapBody(blocks.StreamBlock):
    """What there is to say and to show of an event once it is over."""

    text = TextBlock()
    image = CaptionedImageBlock()
    document = DocumentBlock()
    quote = QuoteBlock()
