"""What became of messages, as both sides say, and who does not want to be asked."""

import datetime as dt
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from .contact import ContactMessage

AGAIN_AFTER = dt.timedelta(days=28)
"""Since somebody said "not yet"."""


class Answer(models.TextChoices):
    PAID = "paid", _("Yes: paid work")
    COLLABORATION = "collaboration", _("Yes: a collaboration")
    NOTHING = "no", _("No, it did not")
    LATER = "later", _("Not yet")


class ContactOutcome(models.Model):
    """Of one message that was delivered, by nothing but when, in what field and where: no name, no
    address and no word of it. So it stays, for the sector's figures, when the message goes."""

    month = models.DateField(db_index=True)
    """The first day of the month it was delivered in."""
    branches = models.JSONField(default=list)
    kind = models.CharField(max_length=20)
    canton = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}, {self.kind}"


class QuestionQuerySet(models.QuerySet):
    def to_ask_again(self, now: dt.datetime) -> Self:
        """Who said "not yet" long enough ago; of a message that is still there."""
        return self.filter(
            outcome__message__in=ContactMessage.objects.of_good_standing(),
            answer=Answer.LATER,
            answered_at__lte=now - AGAIN_AFTER,
            asked_again_at=None,
        )


class OutcomeQuestion(models.Model):
    """Put to one side of a message, its creative or its sender; answered in my space before it was
    asked by mail, it is not asked."""

    outcome = models.ForeignKey(ContactOutcome, on_delete=models.CASCADE, related_name="questions")
    by_creative = models.BooleanField()
    asked_at = models.DateTimeField(null=True)
    asked_again_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=20, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["outcome", "by_creative"], name="a_side_has_one_question_of_a_message"
            )
        ]

    def __str__(self) -> str:
        return f"{self.outcome_id}: {self.answer}"

    @property
    def is_asked_once_more(self) -> bool:
        return self.answer == Answer.LATER and self.asked_again_at is None


class DeclinedQuestion(models.Model):
    """That somebody does not want to be asked; of who it is only a keyed digest is kept."""

    digest = models.CharField(max_length=64, unique=True)
    declined_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.digest

    @staticmethod
    def digest_of(who: str) -> str:
        return salted_hmac("directory.no_question", who, algorithm="sha256").hexdigest()
