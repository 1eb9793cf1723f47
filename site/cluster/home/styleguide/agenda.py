"""Events, in lists and on their own page."""

import datetime as dt
from typing import Any

from events.cards import Card, Tag
from events.choices import EventType, Format, PublicState, Role
from events.states import Standing, left_in_words

from .samples import HERE, LONG, SENTENCE, Sample, at, branches
from .showing import Part, Shown, State

NOW = at(21, 12)


def session(
    start: dt.datetime, end: dt.datetime, all_day: bool = False, cancelled: bool = False
) -> Sample:
    first, last = start.date(), end.date()
    return Sample(
        start=start,
        end=end,
        all_day=all_day,
        first_day=first,
        last_day=last,
        one_day=first == last,
        cancelled=cancelled,
    )


EVENING = session(at(28, 18, 30), at(28, 21))
INSTANT = session(at(28, 18, 30), at(28, 18, 30))
DAYS = session(at(28, 9), at(30, 17))
WHOLE = session(at(28), at(28), all_day=True)
WHOLE_DAYS = session(at(28), at(30), all_day=True)
BEFORE = session(at(7, 18, 30), at(7, 21))
CALLED_OFF = session(at(7, 18, 30), at(7, 21), cancelled=True)
NOTHING = Standing("", "")
OFF = Standing(PublicState.CANCELLED.value, str(PublicState.CANCELLED.label))


def event(**different: Any) -> Sample:
    usual = {
        "title": "A portfolio in two minutes",
        "introduction": SENTENCE,
        "link": HERE,
        "locale": Sample(language_code="en"),
        "language": "en",
        "state": "announced",
        "public_state": PublicState.ANNOUNCED,
        "standing": Standing("", left_in_words(12)),
        "event_type": EventType.WORKSHOP,
        "get_event_type_display": EventType.WORKSHOP.label,
        "format": Format.ON_SITE,
        "locality": "Dudelange",
        "venue": "Centre culturel opderschmelz",
        "address": "1a, rue du Centenaire",
        "registration": "here",
        "takes_registrations": True,
        "seats_left": 12,
        "seats": Sample(capacity=30),
        "free": True,
        "price": "",
    }
    return Sample(**{**usual, **different})


def card(when: Sample = EVENING, more: int = 0, foreign: str = "", **different: Any):
    shown = [
        Tag(f"branch-{branch.position}", str(branch), branch.position) for branch in branches()[4:5]
    ]
    of = event(**different)
    return {"card": Card(of, when, more, shown, of.standing, foreign), "level": "3"}  # type: ignore[arg-type]


def listed() -> dict[str, Any]:
    placed: dict[str, Any] = {
        "is_on_the_map": True,
        "longitude": 6.083,
        "latitude": 49.476,
        "pk": 1,
    }
    cards = [card(**placed)["card"], card(DAYS, is_on_the_map=False)["card"]]
    return {"cards": cards, "level": "3", "on_map": True}


def off(state: PublicState, **different: Any) -> dict[str, Any]:
    said = state if state in ("cancelled", "postponed") else "announced"
    standing = Standing(state.value, str(state.label))
    known = {"state": said, "public_state": state, "standing": standing}
    return {**known, "takes_registrations": False, **different}


def details(**different: Any) -> Sample:
    people = [
        {"slug": "lea-hoffmann", "name": "Léa Hoffmann", "role": Role.SPEAKER},
        {"slug": "", "name": "Max Kieffer", "role": Role.ORGANISER},
    ]
    usual = {
        "people": people,
        "branches": branches()[4:6],
        "languages": ["French", "German"],
        "sessions": [
            Sample(session=BEFORE, left=None, standing=OFF),
            Sample(session=EVENING, left=None, standing=NOTHING),
        ],
    }
    return Sample(**{**usual, **different})


def facts(known: Sample, **different: Any) -> dict[str, Any]:
    return {"page": event(**different), "details": known, "now": NOW}


def more(known: Sample, **different: Any) -> dict[str, Any]:
    return {"page": event(**different), "details": known, "directory": Sample(url=HERE)}


def part() -> Part:
    inline = "<p>{}</p>"
    return Part(
        "agenda",
        "Agenda",
        [
            Shown("components/event_card.jinja", cards()),
            Shown("components/event_cards.jinja", [State("two, one on a map", listed())]),
            Shown("components/event_state.jinja", states(), around=inline),
            Shown("components/event_when.html", whens(), around=inline),
            Shown("components/session_seats.html", lefts(), around=inline),
            Shown(
                "components/event_dates.html",
                [
                    State("two", {"sessions": [BEFORE, EVENING]}),
                    State("one is cancelled", {"sessions": [CALLED_OFF, EVENING]}),
                ],
            ),
            Shown(
                "components/event_facts.html",
                all_facts(),
                around='<div class="event__facts">{}</div>',
            ),
            Shown("components/event_more.html", mores()),
        ],
    )


def cards() -> list[State]:
    return [
        State("an evening, seats left", card()),
        State("its beginning alone, more dates", card(INSTANT, more=3, free=False)),
        State("online", card(format=Format.ONLINE, standing=Standing("", ""))),
        State("on site and online", card(format=Format.HYBRID)),
        State("several days", card(DAYS, introduction="")),
        State("all day", card(WHOLE)),
        State("all of several days", card(WHOLE_DAYS)),
        *(
            State(state.value, card(**off(state)))
            for state in PublicState
            if state is not PublicState.ANNOUNCED
        ),
        State(
            "only in another language",
            card(foreign="fr", title="Premiers pas", locale=Sample(language_code="fr")),
        ),
        State("long words", card(title=LONG, introduction=LONG, locality=LONG)),
    ]


def states() -> list[State]:
    return [
        State(state.value, {"standing": Standing(state.value, str(state.label))})
        for state in PublicState
        if state is not PublicState.ANNOUNCED
    ] + [State("seats left", {"standing": Standing("", left_in_words(1))})]


def whens() -> list[State]:
    every = {
        "an evening": EVENING,
        "its beginning alone": INSTANT,
        "several days": DAYS,
        "all day": WHOLE,
        "all of several days": WHOLE_DAYS,
    }
    return [State(name, {"session": one}) for name, one in every.items()]


def lefts() -> list[State]:
    every = {"some": 3, "one": 1, "none": 0}
    return [
        State(name, {"left": left, "said": left_in_words(left)}) for name, left in every.items()
    ]


def all_facts() -> list[State]:
    known = details()
    elsewhere = {"takes_registrations": False, "registration": "elsewhere", "price": "12 €"}
    several = [
        Sample(session=one, left=left, left_in_words=left_in_words(left), standing=NOTHING)
        for one, left in ((EVENING, 3), (DAYS, 0))
    ]
    nowhere = {"venue": "", "address": "", "locality": "", "format": Format.ONLINE}
    return [
        State("on site, with a map", facts(known, is_on_the_map=True)),
        State("full", facts(known, seats_left=0, format=Format.HYBRID)),
        State("one of several dates", facts(details(sessions=several), per_session=True)),
        State("cancelled", facts(known, **off(PublicState.CANCELLED))),
        State("postponed", facts(known, **off(PublicState.POSTPONED))),
        State("over", facts(known, **off(PublicState.OVER))),
        State("register elsewhere", facts(known, free=False, registration_url=HERE, **elsewhere)),
        State("online", facts(details(online_url=HERE), **nowhere)),
        State("just come", facts(known, takes_registrations=False, registration="none")),
    ]


def mores() -> list[State]:
    place = {"longitude": 6.083, "latitude": 49.476, "is_on_the_map": True}
    access = {"access_notes": "Step-free.\nLoop system."}
    nobody = details(people=[], branches=[], languages=[])
    return [
        State("everything", more(details(approximate=True), **access, **place)),
        State("people alone", more(details(branches=[], languages=[]))),
        State("a map alone", more(nobody, **place)),
        State("long words", more(details(languages=[LONG]), access_notes=LONG)),
    ]
