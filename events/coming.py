"""The next events about something, for pages of other rooms."""

from cluster.core.happening import MOST, Asked, Happenings
from directory.models import Branch

from .cards import cards
from .choices import State
from .models import EventPage

CARD = "components/event_card.html"


def events_about(asked: Asked) -> Happenings:
    """Three queries where there are some, each once in the language asked for."""
    events = EventPage.objects.seen().exclude(state=State.CANCELLED)
    if asked.pages:
        keys = EventPage.objects.filter(pk__in=asked.pages).values("translation_key")
        events = events.filter(translation_key__in=keys)
    if asked.branch:
        events = events.in_branches([asked.branch])
    found = events.upcoming(asked.now).in_language(asked.language).saying(asked.words)
    shown = list(found.for_cards()[:MOST])
    branches = {branch.slug: branch for branch in Branch.objects.all()} if shown else {}
    return Happenings(CARD, cards(shown, language=asked.language, branches=branches))
