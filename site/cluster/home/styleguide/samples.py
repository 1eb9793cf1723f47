"""What components are shown with: things made up, of which the database knows nothing."""

import datetime as dt
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from django.templatetags.static import static
from django.utils.safestring import mark_safe

from directory.branches import BRANCHES

HERE = "/styleguide/"
ZONE = ZoneInfo("Europe/Luxembourg")
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzgebungsverfahren"
SENTENCE = (
    "Portraits and reportage in black and white, for newspapers and for people who hate photos."
)
PARAGRAPH = mark_safe(
    '<p>A paragraph with a <a href="/styleguide/">link</a>, <b>bold</b> and <i>italic</i> words,'
    " long enough to break into a second line wherever it stands.</p>"
)
DAY = dt.date(2026, 5, 21)


class Sample(SimpleNamespace):
    """Any row of the database, as far as a template looks at it; its `name` is its words."""

    def __str__(self) -> str:
        return str(getattr(self, "name", ""))


class SamplePicture(Sample):
    """A wagtail image, as far as `{% picture_of %}` looks at it: one drawing, whatever is asked."""

    def find_existing_renditions(self, *_filters: Any) -> dict[Any, Any]:
        return {}

    def get_renditions(self, *specs: str) -> dict[str, "SamplePicture"]:
        return dict.fromkeys(specs, self)


def at(day: int, hour: int = 0, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, 5, day, hour, minute, tzinfo=ZONE)


def picture() -> SamplePicture:
    alt = "A studio: a lamp over a table, a window behind it"
    return SamplePicture(
        url=static("img/sample.svg"), width=1200, height=900, alt=alt, contextual_alt_text=alt
    )


def branches() -> list[Sample]:
    return [
        Sample(name=english, position=number, colour=number)
        for number, (_french, english, *_rest) in enumerate(BRANCHES.values(), start=1)
    ]


def section(title: str, url: str = HERE) -> Sample:
    return Sample(title=title, url=url)


def menu() -> list[Sample]:
    titles = ("Directory", "Agenda", "Guides", "News")
    urls = [f"{HERE}{title.lower()}/" for title in titles]
    return [section(title, url) for title, url in zip(titles, urls, strict=True)]


def languages() -> list[dict[str, Any]]:
    names = {"fr": "Français", "en": "English", "de": "Deutsch", "lb": "Lëtzebuergesch"}
    return [
        {"code": code, "name": name, "url": f"{HERE}?lang={code}", "current": code == "en"}
        for code, name in names.items()
    ]


def points(count: int) -> list[dict[str, Any]]:
    """Dots strewn over the country, the same every time; every seventh is not exact."""
    return [
        {
            "longitude": 5.9 + number * 0.7549 % 1 * 0.4,
            "latitude": 49.52 + number * 0.5698 % 1 * 0.5,
            "branch": number % 12 + 1,
            "about": number % 7 == 0,
        }
        for number in range(count)
    ]
