"""Who else took part in a piece of work: kept beside the profiles, not in their drafts."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

MAX_PART = 60
REMEMBERED = dt.timedelta(days=182)
"""How long it is known that somebody was asked, whatever has become of the credit or the work."""


class CreditQuerySet(models.QuerySet):
    def accepted(self) -> Self:
        return self.filter(answer=WorkCredit.Answer.ACCEPTED)

    def agreed(self) -> Self:
        """Accepted, under the title that the work still has where it is shown;
        `owner__realisations` is the work."""
        works = Q(owner__realisations__key=F("work"), owner__realisations__title=F("title"))
        return self.accepted().filter(works)

    def of_public_works(self) -> Self:
        """Those for works that stand on public profiles; `owner__realisations` is the work."""
        return self.filter(owner__live=True, owner__realisations__key=F("work"))

    def standing(self) -> Self:
        """Those that the owner has not taken away."""
        return self.exclude(answer=WorkCredit.Answer.WITHDRAWN)

    def asked_of(self, user) -> Self:
        return self.standing().filter(credited__member=user, asked_at__isnull=False)

    def unanswered_lately(self, now: dt.datetime) -> Self:
        """Asked, or to be asked, and not accepted: still open, declined or taken away."""
        lately = Q(asked_at=None) | Q(asked_at__gt=now - REMEMBERED)
        return self.filter(lately).exclude(answer=WorkCredit.Answer.ACCEPTED)

    def of_member(self, user) -> Self:
        """What a member is asked, and has answered; the answer also where the other profile is not
        public for the moment."""
        return self.asked_of(user).exclude(answer=WorkCredit.Answer.OPEN, owner__live=False)


class WorkCredit(models.Model):
    """`owner` says that `credited` took part in a work; shown once the credited member agrees.

    `work` is a realisation's `key`: its row is made anew when the profile is saved, the key stays.
    Nobody is asked (`asked_at`) before the work itself is public; `title` is the one it had then,
    and the only one under which what is accepted is shown.
    """

    class Answer(models.TextChoices):
        OPEN = "open", _("Not answered yet")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Taken away")

    owner = models.ForeignKey(
        "directory.ProfilePage", on_delete=models.CASCADE, related_name="credits_given"
    )
    work = models.UUIDField()
    credited = models.ForeignKey(
        "directory.ProfilePage", on_delete=models.CASCADE, related_name="credits_received"
    )
    title = models.CharField(max_length=140, blank=True)
    part = models.CharField(_("part"), max_length=MAX_PART, blank=True)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.OPEN)
    asked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)

    objects = CreditQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "work", "credited"], name="a_credit_once_a_work"
            ),
            models.CheckConstraint(
                condition=~Q(owner=F("credited")), name="nobody_credits_themselves"
            ),
        ]

    def __str__(self) -> str:
        return self.part or str(self.work)

    @property
    def is_open(self) -> bool:
        return self.answer == self.Answer.OPEN

    @property
    def is_accepted(self) -> bool:
        return self.answer == self.Answer.ACCEPTED

    @property
    def is_withdrawn(self) -> bool:
        return self.answer == self.Answer.WITHDRAWN

    @property
    def is_declined(self) -> bool:
        return self.answer == self.Answer.DECLINED
