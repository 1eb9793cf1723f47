"""What was typed into a form whose session had ended is there again after log-in."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponseBase, QueryDict

KEY = "typed"
WHOSE = "whose"
MONTH = 30 * 24 * 3600
MAX_LENGTH = 50_000


def say_whose(response: HttpResponseBase, member: AbstractBaseUser) -> None:
    """Remembers in the browser who was logged in, past the end of the session."""
    response.set_signed_cookie(
        WHOSE, member.pk, path="/me/", max_age=MONTH, httponly=True, samesite="Lax"
    )


def keep(request: HttpRequest) -> None:
    whose = request.get_signed_cookie(WHOSE, default="")
    text = request.POST.urlencode()
    if whose and len(text) <= MAX_LENGTH:
        request.session[KEY] = {"path": request.path, "text": text, "whose": whose}


def take(request: HttpRequest) -> QueryDict | None:
    """What was kept for this address, once, and for nobody but who typed it."""
    kept = request.session.get(KEY)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[KEY]
    if kept["whose"] != str(request.user.pk):
        return None
    return QueryDict(kept["text"])
