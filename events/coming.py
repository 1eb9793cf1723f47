"""The next events about something, for pages of other rooms."""

from cluster.core.happening import MOST, Asked, Happenings
from directory.vocabulary import every_branch

from .cards import cards
from .models import EventPage, ListedSession

CARD = "components/event_card.jinja"


def events_about(asked: Asked) -> Happenings:
    """Two queries where there are some, each once in the language asked for."""
    found = ListedSession.objects.in_language(asked.language).saying(asked.words)
    if asked.pages:
        keys = EventPage.objects.filter(pk__in=asked.pages).values("translation_key")
        found = found.filter(page__translation_key__in=keys)
    if asked.branch:
        found = found.in_branches([asked.branch])
    shown = found.next_held(EventPage.objects.seen(), asked.now, MOST)
    branches = {branch.slug: branch for branch in every_branch()} if shown else {}
    return Happenings(CARD, cards(shown, language=asked.language, branches=branches))
