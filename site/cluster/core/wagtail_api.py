"""What Wagtail's own API and its admin hand to the database unread."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, QueryDict
from wagtail.api.v3.errors import problem_response

PREFIX = "/api/v3/"
ADMIN = "/admin/"
SEARCHES = ("q", "search")
UNREADABLE = re.compile("[\x00\ud800-\udfff]|[0-9]{19}")
"""Characters that no database keeps, and numbers that none counts to."""

SEARCHABLE = re.compile(r'(?=.*\w)[^"]*|')
"""SQLite's search takes quotes, and signs alone, for mistakes in its own language."""


class ReadableQueryMiddleware:
    """Where a parameter would make the database fail: 422 below `/api/v3/`; below `/admin/` the
    page without it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(PREFIX) and is_unreadable(request):
            return problem_response(status=422, detail="A parameter cannot be read.")
        if request.path.startswith(ADMIN) and request.GET:
            request.GET = readable(request.GET)  # type: ignore[assignment]
        return self.get_response(request)


def readable(asked: QueryDict) -> QueryDict:
    """Searches reduced to their words where they are more than the database takes."""
    left = asked.copy()
    for name, values in asked.lists():
        taken = [value for value in values if not UNREADABLE.search(value)]
        if name in SEARCHES:
            taken = [one if SEARCHABLE.fullmatch(one) else _words(one) for one in taken]
        if taken:
            left.setlist(name, taken)
        else:
            del left[name]
    return left


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def is_unreadable(request: HttpRequest) -> bool:
    values = (value for values in request.GET.lists() for value in values[1])
    searches = request.GET.getlist("search")
    return not all(SEARCHABLE.fullmatch(text) for text in searches) or any(
        UNREADABLE.search(value) for value in values
    )
