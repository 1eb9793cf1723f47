from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from .kept import answer, forget, keep, look_up, may_ask, may_keep


class KeptPagesMiddleware:
    """Gives public pages out of the cache until something is published, and the last known one,
    marked `X-Kept: stale`, while they cannot be made because the database is gone.

    Outside the session's middleware, so that it sees whether the session was looked at; inside
    that of CORS, whose headers depend on who asks.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not may_ask(request):
            return self.get_response(request)
        kept, now = look_up(request)
        if kept and kept.is_fresh(now):
            return answer(request, kept.response(request, "fresh"))
        response = self.get_response(request)
        if response.status_code >= 500 and kept and kept.may_be_shown(now):
            return kept.response(request, "stale")
        if isinstance(response, HttpResponse) and may_keep(request, response):
            return answer(request, keep(request, response, now).response(request))
        if kept and response.status_code in (404, 410):
            forget(request)
        return response
