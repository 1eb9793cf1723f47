"""What guides, checklists and price lists are made of."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.utils.text import Truncator

from resources.certainty import DOUBTFUL, Certainty
from resources.prices import Unit, scales

from .samples import DAY, HERE, LONG, PARAGRAPH, Sample, branches
from .showing import Part, Shown, State

FACTS = '<dl class="facts">{}</dl>'
INLINE = "<p>{}</p>"


def certain(how: Certainty = Certainty.OFFICIAL, to_confirm: bool = False) -> dict[str, Any]:
    doubtful = to_confirm or how in DOUBTFUL
    return {
        "get_certainty_display": how.label,
        "to_confirm": to_confirm,
        "is_doubtful": doubtful,
    }


def figure(name: str = "Standard VAT rate", unit: str = "%", **different: Any) -> Sample:
    usual = {
        "text": "17",
        "amount": Decimal(17),
        "source_name": "Administration de l’enregistrement",
        "source_url": HERE,
        "valid_from": DAY,
        "reviewed_on": DAY,
        "next_review": DAY,
        **certain(),
    }
    return Sample(name=name, unit=unit, current=Sample(**{**usual, **different}))


def figures() -> list[Sample]:
    return [
        figure(),
        figure("Small-business threshold", "€", text="50,000", note="Turnover of the year before."),
    ]


def figures_in_text() -> list[State]:
    weak = certain(Certainty.WEAK, to_confirm=True)
    return [
        State("sure", {"figure": figure()}),
        State("doubtful, its review due", {"figure": figure(**weak, is_stale=True)}),
        State("without a value today", {"figure": Sample(name="Standard VAT rate", current=None)}),
    ]


def organisation(**different: Any) -> Sample:
    usual = {
        "name": "House of Entrepreneurship",
        "url": HERE,
        "offer": "Advises whoever starts a business, in person and without charge.",
        "audience": "Everybody with a plan",
        "grant": "Free",
        "deadline": "At any time",
        **certain(),
    }
    return Sample(**{**usual, **different})


def bare_organisation(name: str) -> Sample:
    nothing = {"offer": "", "audience": "", "grant": "", "deadline": ""}
    return organisation(name=name, **nothing, **certain(Certainty.WEAK))


def price(service: str, low: int, typical: int, high: int, **different: Any) -> Sample:
    usual = {
        "service": service,
        "unit": Unit.DAY,
        "low": Decimal(low),
        "typical": Decimal(typical),
        "high": Decimal(high),
        "year": 2025,
        "observations": 14,
        "source": "Survey of the cluster",
        "source_url": HERE,
        "branch": branches()[4],
        **certain(Certainty.EXAMPLE),
    }
    return Sample(**{**usual, **different})


def item(due: dt.date | None = None, **different: Any) -> dict[str, Any]:
    usual = {"title": "Publish what is decided by", "explanation": PARAGRAPH}
    return {"item": {"id": "", "due": due, "content": Sample(**{**usual, **different})}}


def part() -> Part:
    listed = '<ul class="checklist__list" role="list">{}</ul>'
    return Part(
        "knowledge",
        "Guides, checklists, prices",
        [
            Shown("components/figure.html", figure_states(), around=FACTS),
            Shown("components/figure_in_text.html", figures_in_text(), around=INLINE),
            Shown("components/certainty.html", certainties(), around=INLINE),
            Shown("components/source.html", sources(), around=INLINE),
            Shown("components/reviewed.html", reviews()),
            Shown("components/written_in.html", written(), around=INLINE),
            Shown("components/organisation.html", organisations()),
            Shown(
                "components/checklist_item.html",
                items(),
                around=f'<div class="checklist">{listed}</div>',
            ),
            Shown("components/price_scale.html", price_states(), wide=True),
        ],
    )


def figure_states() -> list[State]:
    doubtful = certain(Certainty.WEAK, to_confirm=True)
    return [
        State("with its source", {"figure": figure()}),
        State("with a note", {"figure": figures()[1]}),
        State("doubtful", {"figure": figure(source_url="", **doubtful)}),
        State("its review is due", {"figure": figure(valid_from=None, is_stale=True)}),
        State("no value", {"figure": Sample(name="Reduced rate", current=None)}),
        State("long words", {"figure": figure(LONG, text=LONG, amount=None, note=LONG)}),
    ]


def certainties() -> list[State]:
    to_confirm = State("to be confirmed", {"of": Sample(**certain(to_confirm=True))})
    return [State(how.value, {"of": Sample(**certain(how))}) for how in Certainty] + [to_confirm]


def sources() -> list[State]:
    return [
        State("with an address", {"name": "Official journal", "url": HERE}),
        State("a name alone", {"name": "Official journal", "url": ""}),
        State("long words", {"name": LONG, "url": HERE}),
    ]


def reviews() -> list[State]:
    by = Sample(reviewed_on=DAY, reviewed_by="Chamber of Commerce")
    return [
        State("on a day", {"page": Sample(reviewed_on=DAY)}),
        State("by somebody", {"page": by}),
        State("due again", {"page": Sample(**vars(by), is_stale=True)}),
    ]


def written() -> list[State]:
    return [
        State("one language", {"language": "de"}),
        State("all it exists in", {"languages": ["fr", "lb"]}),
    ]


def organisations() -> list[State]:
    catch = "Ask before you sign anything: afterwards it is too late."
    long = organisation(name=LONG, offer=LONG, audience=LONG)
    return [
        State("with figures and a catch", full := {"organisation": organisation(), "catch": catch}),
        State("with its figures", {**full, "figures": figures(), "catch": ""}),
        State("nothing but a name", {"organisation": bare_organisation("Kultur | lx")}),
        State("long words", {"organisation": long, "catch": Truncator(LONG).chars(40)}),
    ]


def items() -> list[State]:
    source: dict[str, Any] = {"source_name": "Bar association", "source_url": HERE}
    return [
        State("with a day", item(due=DAY)),
        State("days before the deadline", item(days_before=14, figures=figures()[:1], **source)),
        State("a title alone", item(explanation="")),
        State("long words", item(title=LONG)),
    ]


def price_states() -> list[State]:
    many = [
        price("Photographer, with equipment", 450, 650, 1100),
        price("Editor, digital", 350, 420, 600, branch=branches()[3], **certain()),
        price("Sound engineer", 400, 480, 480, branch=None, observations=None),
        price(LONG, 900, 1200, 1900, branch=branches()[11], source_url=""),
    ]
    return [
        State("one", {"scale": scales(many[:1])[0]}),
        State("many", {"scale": scales(many)[0]}),
    ]
