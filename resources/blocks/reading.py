"""What else a guide may hold: a country, files, questions, what happens soon."""

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from cluster.core.blocks import paragraph
from cluster.core.happening import Asked, happenings

from . import examples
from .figures import FigureChooser
from .text import SHORT, Paragraphs


class LineBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("What"), max_length=80, help_text=_("Language, currency …"))
    text = Paragraphs(features=SHORT)

    class Meta:
        icon = "list-ul"
        label = _("Line")


class CountryBlock(blocks.StructBlock):
    country = blocks.CharBlock(label=_("Country or region"), max_length=80)
    lines = blocks.ListBlock(
        LineBlock(),
        label=_("In short"),
        default=[],
        min_num=0,
        help_text=_("The same lines in the same order for each country: they can be compared."),
    )
    figures = blocks.ListBlock(
        FigureChooser(),
        label=_("Figures"),
        default=[],
        min_num=0,
        help_text=_("From the register of figures."),
    )
    text = Paragraphs(required=False)

    class Meta:
        icon = "globe"
        label = _("Country sheet")
        description = _("What is different in one country, in short lines.")
        template = "blocks/resources/country.html"

    def get_preview_value(self):
        lines = [{"name": _("Language"), "text": paragraph(_("German, in writing too."))}]
        return self.normalize(
            {"country": _("Germany"), "lines": lines, "figures": [examples.figure()], "text": ""}
        )


class FileBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("File"))
    note = blocks.CharBlock(
        label=_("What it is for"), required=False, max_length=160, help_text=_("A few words.")
    )

    class Meta:
        icon = "doc-full"
        label = _("File")


class DownloadsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    files = blocks.ListBlock(FileBlock(), label=_("Files"), min_num=1)

    class Meta:
        icon = "download"
        label = _("Downloads")
        description = _("Files to take along: forms, templates, examples.")
        template = "blocks/resources/downloads.html"

    def get_preview_value(self):
        files = [{"document": examples.document(), "note": _("To fill in")}]
        return self.normalize({"heading": _("To download"), "files": files})


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = Paragraphs(label=_("Answer"), features=[*SHORT, "ul"])

    class Meta:
        icon = "help"
        label = _("Question")


class QuestionsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("What people ask again and again, with the answer below.")
        template = "blocks/resources/questions.html"
        preview_value = {
            "heading": _("Asked again and again"),
            "questions": [
                {
                    "question": _("Can I ask twice?"),
                    "answer": paragraph(_("Yes, for another project.")),
                }
            ],
        }


class ComingBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    words = blocks.CharBlock(
        label=_("Words to look for"),
        required=False,
        max_length=80,
        help_text=_("Shown are coming events and open opportunities that have all these words."),
    )
    branch = SnippetChooserBlock(
        "directory.Branch",
        label=_("Branch"),
        required=False,
        help_text=_("Only those of this branch. Without words and branch: the next of all."),
    )

    class Meta:
        icon = "date"
        label = _("Events and opportunities")
        description = _("The next events and open opportunities about something; kept by itself.")
        template = "blocks/resources/coming.html"
        preview_value = {"heading": _("Coming soon"), "words": "", "branch": None}

    def get_context(self, value, parent_context=None):
        branch = value["branch"]
        asked = Asked(
            language=get_language() or "fr",
            now=timezone.now(),
            words=value["words"],
            branch=branch.slug if branch else "",
        )
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "groups": happenings(asked)}


class OpenDayBlock(blocks.PageChooserBlock):
    def __init__(self, **kwargs):
        kwargs.setdefault("page_type", "events.EventPage")
        kwargs.setdefault(
            "help_text", _("Make it in the agenda; here it disappears once it is over.")
        )
        super().__init__(**kwargs)

    class Meta:
        icon = "date"
        label = _("Event")
        description = _("An event of the agenda at which one can look at the school.")
        preview_template = "blocks/resources/open_day_preview.html"
