"""What Wagtail's own API hands to the database unread."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from wagtail.api.v3.errors import problem_response

PREFIX = "/api/v3/"
UNREADABLE = re.compile("[\x00\ud800-\udfff]|[0-9]{19}")
"""Characters that no database keeps, and numbers that none counts to."""

SEARCHABLE = re.compile(r'(?=.*\w)[^"]*|')
"""SQLite's search takes quotes, and signs alone, for mistakes in its own language."""


class ReadableQueryMiddleware:
    """Below `/api/v3/`: 422 where a parameter would make the database fail."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(PREFIX) and is_unreadable(request):
            return problem_response(status=422, detail="A parameter cannot be read.")
        return self.get_response(request)


def is_unreadable(request: HttpRequest) -> bool:
    values = (value for values in request.GET.lists() for value in values[1])
    searches = request.GET.getlist("search")
    return not all(SEARCHABLE.fullmatch(text) for text in searches) or any(
        UNREADABLE.search(value) for value in values
    )
