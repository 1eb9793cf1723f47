"""How a filter's value is called by readers."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from cluster.core.days import date_format
from directory.models import Branch
from directory.models.profile import SPOKEN_LANGUAGES

from .choices import EventType, Format, Level
from .dates import local_day, parse_moment
from .query import EventQuery

LANGUAGES = dict(SPOKEN_LANGUAGES)


def label_of(
    name: str, value: str, *, branches: Mapping[str, Branch], language: str, query: EventQuery
) -> str:
    """Of a value that the query has understood."""
    match name:
        case "branch":
            return branches[value].name_in(language)
        case "near" if query.near:
            kilometres, place = query.radius, query.near.text
            return _("%(radius)g km around %(place)s") % {"radius": kilometres, "place": place}
        case "programme" if query.programme:
            return _("Programme: %(title)s") % {"title": query.programme.title}
    return _fixed(name, value)


def _fixed(name: str, value: str) -> str:
    match name:
        case "type":
            return str(EventType(value).label)
        case "level":
            return str(Level(value).label)
        case "format":
            return str(Format(value).label)
        case "language":
            return str(LANGUAGES[value])
        case "free":
            return _("Free of charge")
        case "online":
            return _("Can be joined online")
        case "bbox":
            return _("This part of the map")
        case "from":
            return _("from %(date)s") % {"date": _in_words(value)}
        case "to":
            return _("until %(date)s") % {"date": _in_words(value)}
    return _("“%(words)s”") % {"words": value}


def _in_words(text: str) -> str:
    """The day of an ISO 8601 date, which the query has understood, as people here write it."""
    return date_format(local_day(parse_moment(text)))
