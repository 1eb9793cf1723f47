"""What was typed into a form whose session had ended is there again after log-in."""

from django.http import HttpRequest, QueryDict

KEY = "typed"
MAX_LENGTH = 50_000


def keep(request: HttpRequest) -> None:
    text = request.POST.urlencode()
    if len(text) <= MAX_LENGTH:
        request.session[KEY] = {"path": request.path, "text": text}


def take(request: HttpRequest) -> QueryDict | None:
    """What was kept for this address, once."""
    kept = request.session.get(KEY)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[KEY]
    return QueryDict(kept["text"])
