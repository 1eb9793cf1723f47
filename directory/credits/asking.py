"""Who is credited, who is asked, and what they answer. Views ask this and nothing else."""

import datetime as dt
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cluster.core.withdrawal import withdrawn

from ..listing import project_again
from ..membership import Locked, Refused
from ..models import ProfileListing, ProfilePage, Realisation, WorkCredit
from ..models.credit import REMEMBERED
from ..review_mail import tell

if TYPE_CHECKING:
    from cluster.accounts.models import User

    from ..models.credit import CreditQuerySet

MAX_CREDITS = 8
"""On one work, those declined apart."""
MAX_UNANSWERED = 3
"""Questions of one profile to another that were not accepted, within half a year."""
AGAIN_AFTER = dt.timedelta(days=28)
"""Since somebody was asked about a credit that was taken away."""


@transaction.atomic
def credit(
    owner: ProfilePage, work: Realisation, *, whom: ProfileListing, part: str, by: "User"
) -> WorkCredit:
    """Credits another public profile for a work, and asks its member as soon as that is public.
    Raises Refused."""
    row = _own(owner, by)
    credited = ProfilePage.objects.live().select_related("member").get(pk=whom.pk)
    if credited.pk == row.pk:
        raise Refused([_("This is your own profile. Your part stands with the work itself.")])
    if not (credited.member and credited.member.is_active):
        raise Refused([_("Nobody looks after this profile, so nobody could agree to it.")])
    there = WorkCredit.objects.filter(owner=row, work=work.key)
    before = there.filter(credited=credited).first()
    if before and before.is_declined:
        raise Refused([_("They do not want to be credited for this work.")])
    if before and not before.is_withdrawn:
        raise Refused([_("They are credited for this work already.")])
    if there.standing().exclude(answer=WorkCredit.Answer.DECLINED).count() >= MAX_CREDITS:
        raise Refused(
            [_("Eight people are the most for one work. Take one away to credit another.")]
        )
    _leave_in_peace(row, credited, before)
    if before:
        before.delete()
    made = WorkCredit.objects.create(owner=row, work=work.key, credited=credited, part=part)
    ask(row)
    return made


def _leave_in_peace(owner: ProfilePage, credited: ProfilePage, before: WorkCredit | None) -> None:
    """Nobody is asked over and over. Raises Refused."""
    now = timezone.now()
    if before and before.asked_at and before.asked_at > now - AGAIN_AFTER:
        raise Refused([_("They were asked about this work not long ago. Please wait four weeks.")])
    others = WorkCredit.objects.filter(owner=owner, credited=credited)
    if before:
        others = others.exclude(pk=before.pk)
    if others.unanswered_lately(now).count() >= MAX_UNANSWERED:
        raise Refused(
            [_("You have asked them about three other works already, and they did not accept.")]
        )


@transaction.atomic
def take_away(owner: ProfilePage, work: Realisation, pk: int, *, by: "User") -> bool:
    """Whoever declined stays noted, so that they are asked once and not again; whoever was asked,
    so that they are not asked again at once."""
    row = _own(owner, by)
    mine = WorkCredit.objects.filter(owner=row, work=work.key, pk=pk).standing()
    gone = mine.exclude(answer=WorkCredit.Answer.DECLINED).first()
    if gone is None:
        return False
    _withdraw(mine)
    _show(gone)
    return True


@transaction.atomic
def answer(pk: int, *, accepts: bool, by: "User") -> WorkCredit | None:
    """What the credited member says, now or later again; None where they are not asked."""
    asked = WorkCredit.objects.asked_of(by).filter(pk=pk)
    found = asked.select_for_update(of=("self",)).first()
    if found is None:
        return None
    answers = WorkCredit.Answer
    found.answer = answers.ACCEPTED if accepts else answers.DECLINED
    found.answered_at = timezone.now()
    found.save(update_fields=["answer", "answered_at"])
    _show(found, accepted=accepts)
    return found


@transaction.atomic
def ask(owner: ProfilePage) -> None:
    """Writes once to everybody credited for a work that is public by now."""
    waiting = WorkCredit.objects.filter(owner=owner.pk, asked_at=None, credited__live=True)
    title = "owner__realisations__title"
    to_ask = waiting.of_public_works().values_list("pk", "credited__member", title, "part")
    for pk, member, work, part in list(to_ask):
        fresh = WorkCredit.objects.filter(pk=pk, asked_at=None)
        if fresh.update(asked_at=timezone.now(), title=work):
            tell(member, "credited", name=owner.title, work=work, part=part, path=owner.url)


@transaction.atomic
def ask_of_other_title(owner: ProfilePage) -> None:
    """Whoever agreed did so to a work by its title: under another they are asked anew."""
    asked = WorkCredit.objects.filter(owner=owner.pk, asked_at__isnull=False)
    now_called = asked.of_public_works().annotate(called=F("owner__realisations__title"))
    for credit in now_called.exclude(title=F("called")):
        credit.title, agreed = credit.called, credit.is_accepted
        if agreed:
            credit.answer, credit.answered_at = WorkCredit.Answer.OPEN, None
            credit.asked_at = None
        credit.save(update_fields=["title", "answer", "answered_at", "asked_at"])
        if agreed:
            _show(credit)


def tidy(owner: ProfilePage) -> None:
    """Of works that are neither public any more nor in the draft nothing is left, but for a while
    who was asked."""
    given = WorkCredit.objects.filter(owner=owner.pk)
    if not given.exists():
        return
    works = {work.key for work in owner.realisations.all()}
    latest = owner.get_latest_revision_as_object()
    works |= {work.key for work in latest.realisations.all()}
    gone = given.exclude(work__in=works)
    of_old = given.filter(asked_at__lte=timezone.now() - REMEMBERED)
    of_old.filter(~Q(work__in=works) | Q(answer=WorkCredit.Answer.WITHDRAWN)).delete()
    _withdraw(gone.standing().exclude(answer=WorkCredit.Answer.DECLINED))


def _withdraw(credits: "CreditQuerySet") -> None:
    credits.filter(asked_at=None).delete()
    credits.update(answer=WorkCredit.Answer.WITHDRAWN, answered_at=timezone.now())


@transaction.atomic
def forget(page: ProfilePage) -> None:
    """Before a profile is deleted: others show nothing of it any more."""
    given = WorkCredit.objects.filter(owner=page.pk)
    received = WorkCredit.objects.filter(credited=page.pk)
    ends = {pk for pair in (given | received).values_list("owner", "credited") for pk in pair if pk}
    given.delete()
    received.delete()
    project_again(ProfilePage.objects.filter(pk__in=ends - {page.pk}))


def _own(owner: ProfilePage, by: "User") -> ProfilePage:
    row = ProfilePage.objects.select_for_update(of=("self",)).get(pk=owner.pk)
    if not by.is_active or row.member_id != by.pk:
        raise PermissionDenied
    if row.locked:
        raise Locked
    return row


def _show(credit: WorkCredit, *, accepted: bool = False) -> None:
    """On both profiles. Of what is not accepted no kept page may go on to show anything."""
    pks = [credit.owner_id, credit.credited_id]
    project_again(ProfilePage.objects.filter(pk__in=pks).order_by("pk"))
    if not accepted:
        withdrawn.send(ProfilePage)
