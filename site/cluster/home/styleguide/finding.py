"""Searching, narrowing a list, and the map beside it."""

from cluster.geo.templatetags.geo import outline_map
from events.chips import RADII
from events.reading import DEFAULT_RADIUS

from .samples import HERE, LONG, SENTENCE, Sample, branches, points
from .showing import Part, Shown, State

SKILLS = ("Portrait", "Reportage", "Retouching", "Drone", "Large format")


def chip(label: str, count: int | None = None, active: bool = False) -> dict[str, object]:
    return {"label": label, "url": HERE, "count": count, "active": active}


def part() -> Part:
    return Part(
        "finding",
        "Searching and narrowing",
        [
            Shown("components/search.html", [State("empty", {"action": HERE})]),
            Shown("components/suggest.html", suggests(), around="<form>{}</form>"),
            Shown("styleguide/elements/suggestions.html", title="suggestions, open"),
            Shown("components/chips.jinja", chips()),
            Shown(
                "components/skill_ideas.html",
                ideas(),
                around='<form id="ideas" method="get"></form>{}',
            ),
            Shown("components/agenda_filters.html", filters()),
            Shown("components/agenda_facets.html", facets()),
            Shown("components/ignored.html", ignored()),
            Shown("components/empty.html", empties()),
            Shown("components/map.html", maps()),
            Shown("components/outline_map.html", outlines()),
        ],
    )


def suggests() -> list[State]:
    usual = {"id": "suggest", "language": "en", "example": "Photographer, Esch, 3D…"}
    return [State("empty", usual), State("filled", {**usual, "value": "photographer in Esch"})]


def chips() -> list[State]:
    names = [one.name for one in branches()]
    some = [chip(name, 40 - 3 * number, number == 1) for number, name in enumerate(names)]
    set_ = [chip("Design"), chip("Within 30 km of Esch-sur-Alzette")]
    label = {"label": "Branches"}
    return [
        State("one", {"chips": [chip("Design")], **label}),
        State("many, one active, with counts", {"chips": some, **label}),
        State("to be taken away", {"chips": set_, "remove": True, **label}),
        State("long words", {"chips": [chip(LONG, 3)], "remove": True, **label}),
    ]


def ideas() -> list[State]:
    return [
        State("one", {"names": SKILLS[:1], "form": "ideas"}),
        State("many, long words", {"names": [*SKILLS, LONG], "form": "ideas"}),
    ]


def agenda_chips(**different: object) -> Sample:
    usual = {
        "branch": [chip("Design", 4), chip("Music", 2)],
        "language": [chip("French", 9), chip(LONG, 1)],
        "hidden": [],
        "dates": {},
        "radii": RADII,
        "usual_radius": DEFAULT_RADIUS,
        "narrow_further": False,
    }
    return Sample(**{**usual, **different})


def filters() -> list[State]:
    asked = Sample(text="", near=None, radius=DEFAULT_RADIUS)
    narrowed = Sample(text="portfolio", near=Sample(text="Esch-sur-Alzette"), radius=25.0)
    chosen = agenda_chips(
        branch=[chip("Design", 4, active=True)],
        dates={"from": "2026-05-01", "to": "2026-05-31"},
        narrow_further=True,
    )
    links = Sample(address=HERE)
    return [
        State("closed", {"agenda": Sample(links=links, asked=asked, chips=agenda_chips())}),
        State("narrowed", {"agenda": Sample(links=links, asked=narrowed, chips=chosen)}),
    ]


def facets() -> list[State]:
    return [
        State("many", {"chips": agenda_chips()}),
        State("one chosen", {"chips": agenda_chips(branch=[chip("Design", 4, active=True)])}),
        State("none", {"chips": agenda_chips(branch=[], language=[])}),
    ]


def ignored() -> list[State]:
    every = [("colour", "red"), ("Canton", LONG)]
    return [State("one", {"ignored": every[:1]}), State("many, long words", {"ignored": every})]


def empties() -> list[State]:
    way_out = {"url": HERE, "action": "Without “Gaming”: 14 profiles"}
    return [
        State("with a way out", {"title": "Nobody fits all of this", "text": SENTENCE, **way_out}),
        State("words alone", {"title": "Nothing planned yet", "text": SENTENCE}),
        State("a title alone", {"title": "No messages"}),
        State("long words", {"title": LONG, "text": LONG}),
    ]


def maps() -> list[State]:
    here = {"label": "Where Léa Hoffmann works", "longitude": 5.98, "latitude": 49.49}
    many = {"label": "Profiles found", "points": points(90), "search_url": HERE}
    return [
        State("many", many),
        State("one place", here),
        State("about one place", {**here, "approximate": True}),
        State("none", {"label": "Profiles found"}),
    ]


def outlines() -> list[State]:
    return [
        State("none", outline_map()),
        State("one", outline_map(points(2)[1:], "Where it is")),
        State("many", outline_map(points(90), "Where they are")),
    ]
