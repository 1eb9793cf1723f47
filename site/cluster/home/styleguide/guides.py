"""What guides and lists of the resources are made of beside their texts."""

from typing import Any

from resources.models import Gap
from resources.purposes import Purpose

from .cards import opportunity
from .knowledge import figures
from .samples import HERE, LONG, PARAGRAPH, Sample, branches
from .showing import Part, Shown, State
from .texts import block


def part() -> Part:
    return Part(
        "guides",
        "Guides",
        [
            Shown("blocks/resources/country.html", countries()),
            Shown("blocks/resources/downloads.html", downloads()),
            Shown("blocks/resources/questions.html", questions()),
            Shown("blocks/resources/coming.html", coming()),
            Shown("components/happenings.html", happenings()),
            Shown("components/section_feedback.html", feedback()),
            Shown("components/gap.html", gaps()),
            Shown("components/unmet.html", unmet()),
        ],
    )


def countries() -> list[State]:
    lines = [Sample(name="Language", text=PARAGRAPH), Sample(name="VAT", text=PARAGRAPH)]
    whole = block(country="Germany", lines=lines, figures=figures()[:1], text=PARAGRAPH)
    return [
        State("whole", whole),
        State("long words", block(country=LONG, lines=[Sample(name=LONG, text=LONG)], text="")),
    ]


def downloads() -> list[State]:
    file = Sample(url=HERE, title="Request for the aid", file_extension="pdf", file_size=84_000)
    noted = Sample(document=file, note="To fill in, before you sign.")
    return [
        State("one", block(files=[noted])),
        State("many", block(heading="To download", files=[noted, Sample(document=file, note="")])),
    ]


def questions() -> list[State]:
    one = Sample(question="Can I ask twice?", answer=PARAGRAPH)
    more = [one, Sample(question=LONG, answer=PARAGRAPH)]
    return [
        State("one", block(questions=[one])),
        State("many, long words", block(heading="Asked again and again", questions=more)),
    ]


def group() -> Sample:
    card = opportunity()["card"]
    template = "components/opportunity_card.html"
    return Sample(template=template, cards=[card])


def coming() -> list[State]:
    return [
        State("one", {**block(heading="Coming soon"), "groups": [group()]}),
        State("nothing", {**block(heading="Coming soon"), "groups": []}),
    ]


def happenings() -> list[State]:
    return [State("one", {"group": group(), "level": 3})]


def feedback() -> list[State]:
    return [State("of a section", {"address": HERE, "anchor": "leave"})]


def gap(number: int, **different: Any) -> Sample:
    made = Sample(name="A model contract in German", answer="A lawyer writes it.", number=number)
    usual = {"gap": made, "sections": [], "branches": []}
    return Sample(**{**usual, **different})


def gaps() -> list[State]:
    guide = Sample(title="Selling abroad", url=HERE, locale=Sample(language_code="en"))
    french = Sample(title="Exporter", url=HERE, locale=Sample(language_code="fr"))
    sections = [(guide, "Before you leave", 2), (french, "Avant de partir", 1)]
    several = gap(3, sections=sections, branches=[(branches()[4], 2)])
    long = gap(1, gap=Sample(name=LONG, answer=LONG, number=1, status=Gap.Status.NOTED))
    return [
        State("of one person", {"line": gap(1), "language": "en"}),
        State("of several", {"line": several, "language": "en"}),
        State("long words", {"line": long, "language": "en"}),
    ]


def unmet() -> list[State]:
    needs = [
        Sample(name="A first client abroad", get_purpose_display=Purpose.EXPORT.label),
        Sample(name=LONG, get_purpose_display=Purpose.START.label),
    ]
    return [
        State("one", {"needs": needs[:1]}),
        State("many, with a way to tell", {"needs": needs, "tell": HERE}),
    ]
