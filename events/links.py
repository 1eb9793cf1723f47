"""Where a view of the agenda, others like it, and its twins for programs are found."""

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from .dates import DAY
from .query import EventQuery, encode
from .showing import VIEWS, Showing, written

API = "/api/v1/events/"
Pairs = list[tuple[str, str]]


class AgendaLinks:
    """`asked` is what the address says, `query` what is shown of it: of a month view, one month."""

    def __init__(
        self, address: str, *, asked: EventQuery, query: EventQuery, showing: Showing, language: str
    ):
        self.address, self.asked, self.query = address, asked, query
        self.showing, self.language = showing, language

    def to(self, pairs: Pairs, *, page: int = 1) -> str:
        """The same view with other filters."""
        paged = [("page", str(page))] if page > 1 else []
        return _with_query(self.address, [*pairs, *self.kept, *paged])

    def month(self, month: dt.date) -> dict[str, Any]:
        kept = [("view", "month"), ("month", written(month))]
        return {"month": month, "url": _with_query(self.address, [*self.asked.given, *kept])}

    def to_day(self, day: dt.date) -> str:
        """The list of what else is asked for on one day."""
        dates = [("from", day.isoformat()), ("to", day.isoformat())]
        return _with_query(self.address, [*dates, *self.asked.given_without("from", "to")])

    @property
    def kept(self) -> Pairs:
        """How it is looked at, where that is not the usual way."""
        view, month = self.showing.view, self.showing.month
        kept = [("view", view)] if view != VIEWS[0] else []
        return [*kept, ("month", written(month))] if view == "month" and month else kept

    @property
    def views(self) -> list[dict[str, Any]]:
        labels = {"list": _("List"), "month": _("Month"), "map": _("Map")}
        return [
            {
                "name": view,
                "label": labels[view],
                "url": _with_query(self.address, [*self.asked.given, *_view(view)]),
                "active": view == self.showing.view,
            }
            for view in VIEWS
        ]

    def past(self, today: dt.date) -> str:
        given = self.asked.given_without("from", "to")
        return _with_query(self.address, [*given, ("to", (today - DAY).isoformat())])

    @property
    def coming(self) -> str:
        return _with_query(self.address, self.asked.given_without("from", "to"))

    @property
    def calendar(self) -> str:
        return self._twin("calendar.ics")

    @property
    def webcal(self) -> str:
        return f"webcal://{urlsplit(settings.BASE_URL).netloc}{self.calendar}"

    @property
    def feed(self) -> str:
        return self._twin("feed.xml")

    @property
    def table(self) -> str:
        return self._twin("events.csv")

    @property
    def api(self) -> str:
        return _with_query(API, [*self.query.given, ("lang", self.language)])

    @property
    def places(self) -> str:
        """Without a box: the map adds the one it shows."""
        given = self.query.given_without("bbox")
        return _with_query(f"{self.address}places.geojson", given)

    def _twin(self, name: str) -> str:
        return _with_query(f"{self.address}{name}", list(self.query.given))


def _view(view: str) -> Pairs:
    return [] if view == VIEWS[0] else [("view", view)]


def _with_query(address: str, pairs: Pairs) -> str:
    return f"{address}?{encode(pairs)}" if pairs else address
