"""What an event is announced with where it has no picture: its title, first day and colours."""

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import override

from cluster.core.days import date_format
from cluster.core.share_card import ShareCard

if TYPE_CHECKING:
    from .models import EventPage


def share_card(event: "EventPage") -> ShareCard:
    colours = tuple(sorted(branch.position for branch in event.branches.all()))
    with override(event.locale.language_code):
        start = event.first_start
        first = date_format(timezone.localtime(start)) if start else ""
        return ShareCard(event.title, ", ".join(filter(None, [first, event.locality])), colours)
