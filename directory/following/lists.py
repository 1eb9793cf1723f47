"""What a followed list is: its filter, in words and as an address, and who is new in it."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.db import transaction
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..addresses import directory_url
from ..browse import Browse
from ..membership import Refused
from ..models import FollowedList
from ..query import ProfileQuery

if TYPE_CHECKING:
    from cluster.accounts.models import User

SALT = "directory.followed_list"
MAX_FOLLOWED = 10
LONGEST = 1000
"""Characters of a filter; the database's index of them carries no more than about 2,700."""


def query_of(followed: FollowedList) -> ProfileQuery:
    return ProfileQuery.of(QueryDict(followed.query))


def in_words(query: ProfileQuery, language: str) -> str:
    """In the language that is active, with the words of `language`."""
    return " · ".join(str(chip.label) for chip in Browse(query, language).chips)


def address_of(followed: FollowedList, language: str) -> str:
    """The newest first."""
    return f"{directory_url(language)}{query_of(followed).sorted_by('recent').url()}"


def new_in(
    followed: FollowedList, *, until: dt.datetime, language: str, limit: int
) -> list[dict[str, Any]]:
    """Summaries of who was published, by the moment the feed goes by, since the last letter. None
    where a word of the filter is gone: the others alone would let too many through."""
    query = query_of(followed)
    if query.ignored or not query.is_filtered:
        return []
    new = query.matches().filter(updated_at__gte=followed.sent_until, updated_at__lt=until)
    rows: Iterable[dict[str, Any]] = new.order_by("-updated_at", "pk").values_list(
        f"summaries__{language}", flat=True
    )[:limit]
    return list(rows)


@transaction.atomic
def follow(member: "User", query: ProfileQuery, *, every: str) -> FollowedList:
    """Again changes how often. Raises Refused."""
    get_user_model().objects.select_for_update().get(pk=member.pk)
    mine = FollowedList.objects.filter(member=member)
    text = query.sorted_by("").url()[1:]
    if len(text) > LONGEST:
        raise Refused([_("You have chosen too much at once to follow it. Please choose less.")])
    if not mine.filter(query=text).exists() and mine.count() >= MAX_FOLLOWED:
        raise Refused([_("You follow ten lists already. Stop one of them in your space first.")])
    followed, _made = mine.update_or_create(member=member, query=text, defaults={"every": every})
    return followed


def stop_link(followed: FollowedList, language: str) -> str:
    token = signing.dumps(followed.pk, salt=SALT)
    return f"{settings.BASE_URL}{reverse('stop_following', args=[token])}?lang={language}"


def opened(token: str) -> int | None:
    """Which list a link in a letter is about; None where the link is not ours."""
    try:
        return int(signing.loads(token, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return None
