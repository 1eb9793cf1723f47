"""Skills as the agenda is filtered by them."""

from django.http import QueryDict

from directory.vocabulary import now_called

MOST_ASKED = 20


def skills_in(params: QueryDict) -> dict[str, str]:
    """What those the address asks for that exist, or did before a merger, are called now. No query
    where it asks for none."""
    asked = params.getlist("skill")[:MOST_ASKED]
    return now_called("skill", asked) if asked else {}
