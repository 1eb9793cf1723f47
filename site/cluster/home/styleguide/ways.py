"""How people find their way: the frame of every page, and what leads on from it."""

from django.core.paginator import Paginator

from .samples import HERE, LONG, Sample, languages, menu, section
from .showing import Part, Shown, State

NAME = "Creative Cluster Luxembourg"
CRUMBS = (("Home", HERE), ("Guides", HERE))
MESSAGES = {
    "info": "Your message waits until you confirm it by mail.",
    "success": "Saved.",
    "warning": "Two of your pictures have no description yet.",
    "error": "This could not be saved. What you typed is still here.",
}


def part() -> Part:
    return Part(
        "ways",
        "Finding one’s way",
        [
            Shown("components/header.html", headers(), wide=True),
            Shown("components/footer.html", footers(), wide=True),
            Shown("components/brand.html"),
            Shown("components/menu_items.html", menus(), around='<ul class="site-nav">{}</ul>'),
            Shown("components/language_switch.html", [State("four", {"languages": languages()})]),
            Shown("components/breadcrumbs.html", breadcrumbs()),
            Shown("components/pagination.html", paginations()),
            Shown("components/ways_out.html", ways_out()),
            Shown("components/messages.html", messages()),
            Shown(
                "components/demo_mail_hint.html",
                [State("in the demo", {"address": "/demo/mail/"}), State("elsewhere")],
            ),
        ],
    )


def headers() -> list[State]:
    here = Sample(path=menu()[0].url)
    usual = {"home": section(NAME), "site_name": NAME, "menu": menu(), "request": here}
    tools = {"languages": languages(), "directory": section("Directory"), "LANGUAGE_CODE": "en"}
    return [
        State("its menu closed", {**usual, **tools}),
        State("its menu open, where the window is narrow", {**usual, **tools}, opened=True),
    ]


def footers() -> list[State]:
    usual = {"site_name": NAME, "menu": menu(), "LANGUAGE_CODE": "en"}
    own = [section("About"), section("Legal notice"), section("Accessibility")]
    return [
        State("many", {**usual, "feeds": menu()[:2], "footer": own}),
        State("nothing published yet", {"site_name": NAME, "LANGUAGE_CODE": "en"}),
    ]


def menus() -> list[State]:
    return [
        State("on one of them", {"menu": menu(), "request": Sample(path=menu()[1].url)}),
        State("below one of them", {"menu": menu(), "request": Sample(path=menu()[1].url + "x/")}),
        State("long words", {"menu": [section(LONG)], "request": Sample(path="/")}),
    ]


def breadcrumbs() -> list[State]:
    return [
        State("one", {"breadcrumbs": CRUMBS[:1]}),
        State("many", {"breadcrumbs": CRUMBS, "current": "Selling abroad"}),
        State("long words", {"breadcrumbs": CRUMBS, "current": LONG}),
    ]


def paginations() -> list[State]:
    pages = Paginator(range(60), 20)
    names = {1: "the first", 2: "in the middle", 3: "the last"}
    return [State(name, {"page_obj": pages.page(number)}) for number, name in names.items()]


def ways_out() -> list[State]:
    return [
        State("many", {"home": section("Home"), "menu": menu()}),
        State("home alone", {"home": section("Home")}),
    ]


def messages() -> list[State]:
    every = [Sample(name=words, level_tag=level) for level, words in MESSAGES.items()]
    return [
        State("one", {"messages": every[1:2]}),
        State("of each kind", {"messages": every}),
        State("long words", {"messages": [Sample(name=LONG, level_tag="error")]}),
    ]
