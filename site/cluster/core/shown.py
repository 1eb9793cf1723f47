"""The models whose rows public pages show, besides pages and what belongs to them.

Each app names its own in its `ready()`: a change of one has every kept page made anew, a change of
any other (messages, registrations, revisions, sessions) has none.
"""

from django.db.models import Model
from django.dispatch import Signal

shown_differently = Signal()
"""How an app says that public pages look different though no row they show was saved."""

_shown: set[type[Model]] = set()


def shown_on_pages(*models: type[Model]) -> None:
    _shown.update(models)


def is_shown_on_pages(model: type[Model]) -> bool:
    return model in _shown
