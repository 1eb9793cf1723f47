"""How often somebody may write: so many a minute and an hour from one connection."""

from functools import wraps

from allauth.core.ratelimit import consume
from allauth.core.ratelimit import respond_429 as ask_to_wait
from django.views.decorators.cache import never_cache

ACTION = "contact"


def limited(view):
    """So many writings a minute and an hour from one connection, and no more."""

    @wraps(view)
    def checked(request, *args, **kwargs):
        if request.method == "POST" and not consume(request, action=ACTION):
            return ask_to_wait(request)
        return view(request, *args, **kwargs)

    return never_cache(checked)


def may_write_to(request, number: int) -> bool:
    """Whether so many messages may leave at once; whoever sent the form was counted for one."""
    return all(consume(request, action=ACTION) for _more in range(number - 1))
