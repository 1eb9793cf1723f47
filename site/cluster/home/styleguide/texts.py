"""The blocks that editors put texts together from."""

from typing import Any

from resources.blocks.guide import CalloutValue

from .knowledge import bare_organisation, figures, organisation
from .samples import HERE, LONG, PARAGRAPH, Sample, picture
from .showing import Part, Shown, State

CATCH = "The form asks for three offers."


def block(**value: Any) -> dict[str, Any]:
    """Blocks of structure read `value` or `self`."""
    given = Sample(**value)
    return {"value": given, "self": given}


def part() -> Part:
    return Part(
        "texts",
        "Texts",
        [
            Shown("blocks/heading.html", [State("short", {"value": "Before you leave"})]),
            Shown("blocks/text.html", [State("a paragraph", {"value": PARAGRAPH})]),
            Shown("blocks/captioned_image.html", images()),
            Shown("blocks/document.html", documents()),
            Shown("blocks/quote.html", quotes()),
            Shown("blocks/call_to_action.html", calls()),
            Shown("blocks/resources/section.html", sections()),
            Shown("blocks/resources/steps.html", steps()),
            Shown("blocks/resources/callout.html", callouts()),
            Shown("blocks/resources/figures.html", figure_blocks()),
            Shown("blocks/resources/helpers.html", helpers(), wide=True),
        ],
    )


def images() -> list[State]:
    words = {"caption": "The studio in the morning.", "credit": "Léa Hoffmann"}
    return [
        State("with caption and credit", block(image=picture(), **words)),
        State("alone", block(image=picture())),
    ]


def documents() -> list[State]:
    file = Sample(url=HERE, title="Slides of the talk", file_extension="pdf", file_size=1_240_000)
    return [
        State("called as its file", block(document=file)),
        State("called otherwise, long words", block(document=file, title=LONG)),
    ]


def quotes() -> list[State]:
    said = {"text": "I found my sound engineer two streets away."}
    return [
        State("of somebody", block(**said, speaker="Léa Hoffmann", role="Film director")),
        State("of nobody", block(**said)),
        State("long words", block(text=LONG, speaker=LONG)),
    ]


def calls() -> list[State]:
    return [
        State("short", block(text="Show what you do.", label="Publish your profile", address=HERE)),
        State("long words", block(text=LONG, label="Ask the chamber for advice", address=HERE)),
    ]


def sections() -> list[State]:
    return [
        State("with text", block(anchor="leave", heading="Before you leave", text=PARAGRAPH)),
        State("long words", block(anchor="long", heading=LONG, text="")),
    ]


def steps() -> list[State]:
    one = Sample(title="Ask for the aid", text=PARAGRAPH)
    more = [one, Sample(title=LONG, text=PARAGRAPH), Sample(title="Sign", text="")]
    return [
        State("one", block(steps=[one])),
        State("many, long words", block(heading="In this order", steps=more)),
    ]


def callouts() -> list[State]:
    source = {"source_name": "Labour code", "source_url": HERE}
    return [
        State(kind, block(kind=kind, kind_label=label, text=PARAGRAPH, **source))
        for kind, label in CalloutValue.KINDS.items()
    ]


def figure_blocks() -> list[State]:
    return [
        State("one", block(figures=figures()[:1])),
        State("many", block(heading="What it costs", figures=figures())),
    ]


def helpers() -> list[State]:
    known = [
        Sample(organisation=organisation(), figures=figures()[:1], catch=CATCH),
        Sample(organisation=bare_organisation("Kultur | lx"), figures=[], catch=""),
        Sample(organisation=organisation(name="Luxinnovation"), figures=[], catch=CATCH),
    ]
    return [
        State("cards", block(heading="Who helps", known=known)),
        State("a table", block(heading="Aids", known=known, shown_as="table")),
    ]
