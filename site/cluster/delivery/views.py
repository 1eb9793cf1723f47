from collections.abc import Callable

from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from wagtail.models import Page


@never_cache
def healthz(request):
    """The process is up; asks nothing of anything else."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(request):
    """Whether everything a page needs answers; 503 names what does not."""
    found = {name: answers(ask) for name, ask in ASKED.items()}
    return JsonResponse(found, status=200 if set(found.values()) == {"ok"} else 503)


def answers(ask: Callable[[], object]) -> str:
    try:
        ask()
    except Exception:  # noqa: BLE001 - whatever it raises, it does not answer
        return "unavailable"
    return "ok"


def ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def ask_cache() -> None:
    cache.set("delivery.ready", "yes", 10)
    if cache.get("delivery.ready") != "yes":
        raise LookupError("the cache forgets")


def ask_search() -> None:
    list(Page.objects.search("ready")[:1])


ASKED = {"database": ask_database, "cache": ask_cache, "search": ask_search}
