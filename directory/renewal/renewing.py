"""What is written when a profile is confirmed anew, or grows old."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction

from ..listing import project_again
from ..models import ProfilePage


@transaction.atomic
def renew(row: ProfilePage) -> None:
    """Confirms it as of now, and takes back what came of the old confirmation; on `row` too."""
    row.confirmed_at, row.reminded_at, row.faded_at, row.lapsed_at = (
        timezone.now(),
        None,
        None,
        None,
    )
    ProfilePage.objects.filter(pk=row.pk).update(
        confirmed_at=row.confirmed_at, reminded_at=None, faded_at=None, lapsed_at=None
    )
    project_again(ProfilePage.objects.filter(pk=row.pk))


def mark_reminded(pk: int, now: dt.datetime) -> bool:
    """Whoever marks the row is the one who writes; False where another has."""
    return bool(ProfilePage.objects.to_be_reminded(now).filter(pk=pk).update(reminded_at=now))


def fade(pk: int, now: dt.datetime) -> bool:
    """It says since when nobody has confirmed it, and comes after the others."""
    faded = ProfilePage.objects.to_fade(now).filter(pk=pk).update(faded_at=now)
    project_again(ProfilePage.objects.filter(pk=pk, faded_at=now))
    return bool(faded)


def lapse(pk: int, now: dt.datetime) -> bool:
    """It goes off the site. The confirmation stays, old as it is: it returns with one click."""
    row = ProfilePage.objects.to_lapse(now).select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None:
        return False
    confirmed_at = row.confirmed_at
    UnpublishPageAction(row).execute(skip_permission_checks=True)
    ProfilePage.objects.filter(pk=pk).update(confirmed_at=confirmed_at, lapsed_at=now)
    return True
