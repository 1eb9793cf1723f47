"""The letters, one for each followed list and period."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import override

from cluster.accounts.mail import letter, post

from ..addresses import profile_url
from ..models import FollowedList
from .lists import address_of, in_words, new_in, query_of, stop_link

MOST = 20
"""Profiles in one letter; the list itself has the others."""


def due(now: dt.datetime) -> QuerySet[FollowedList]:
    ended = Q()
    for every in FollowedList.Every:
        ended |= Q(every=every, sent_until__lt=FollowedList.period_ends(every, now))
    return FollowedList.objects.filter(ended, member__is_active=True).order_by("pk")


@transaction.atomic
def tell(pk: int, now: dt.datetime) -> bool:
    """Marks the period as told and sends the letter, both or neither; False where there is nothing
    to tell, or somebody else has told it. Raises whatever keeps the mail from leaving."""
    rows = due(now).select_related("member").select_for_update(of=("self",))
    followed = rows.filter(pk=pk).first()
    if followed is None:
        return False
    until = FollowedList.period_ends(followed.every, now)
    language = followed.member.language
    new = new_in(followed, until=until, language=language, limit=MOST + 1)
    FollowedList.objects.filter(pk=pk).update(sent_until=until)
    if new:
        _write(followed, new, language)
    return bool(new)


def _write(followed: FollowedList, new: list[dict[str, Any]], language: str) -> None:
    stop = stop_link(followed, language)
    with override(language):
        words = in_words(query_of(followed), language)
    context = {
        "words": words,
        "profiles": [
            {**one, "url": settings.BASE_URL + profile_url(one["slug"], language)}
            for one in new[:MOST]
        ],
        "more": len(new) > MOST,
        "path": address_of(followed, language),
        "stop": stop,
    }
    said = letter("directory/mail/digest.txt", context, language=language)
    post(**said, to=followed.member.email, unsubscribe=stop)
