"""Messages through the contact relay, and what is answered to them."""

import datetime as dt
from typing import Self
from uuid import uuid4

from django.conf import settings
from django.contrib.admin.decorators import display
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .profile import ProfilePage

MAX_TEXT = 5_000
TOO_LATE = dt.timedelta(days=60)
"""To ask what came of a message, since it was due: nobody remembers, and a site that begins to ask
does not ask about its whole past."""


class Outgoing(models.Model):
    """A text that has to reach someone by mail: kept first, sent after, never lost or sent twice.

    `key` comes with the form, so that a form sent twice is one text. `claimed_at` says that a mail
    is being sent right now, or that who was sending it died long ago.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    text = models.TextField(_("message"), max_length=MAX_TEXT)
    created_at = models.DateTimeField(_("written on"), auto_now_add=True)
    claimed_at = models.DateTimeField(null=True, blank=True, editable=False)
    sent_at = models.DateTimeField(_("sent on"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True


class MessageQuerySet(models.QuerySet):
    def received_by(self, user) -> Self:
        """Those to the member's profile, and those about a page they own."""
        to_them = models.Q(profile__member=user) | models.Q(page__owner=user)
        return self.filter(to_them, confirmed_at__isnull=False).select_related("profile", "page")

    def of_good_standing(self) -> Self:
        """Nobody has reported them, nor any other from the address of their sender."""
        reported = ContactMessage.objects.filter(reported_at__isnull=False)
        theirs = reported.annotate(address=Lower("sender_email"))
        return self.filter(
            ~models.Exists(theirs.filter(address=Lower(models.OuterRef("sender_email"))))
        )

    def delivered_since(self, moment: dt.datetime) -> Self:
        return self.filter(confirmed_at__isnull=False, sent_at__gte=moment)

    def to_ask_about(self, now: dt.datetime) -> Self:
        """Delivered long enough ago for something to have come of them."""
        due = now - dt.timedelta(days=settings.CONTACT_OUTCOME_DAYS)
        delivered = self.delivered_since(due - TOO_LATE).filter(sent_at__lte=due)
        return delivered.of_good_standing().filter(blocked_at=None)

    def without_question(self, *, to_creative: bool) -> Self:
        """That side has not been asked what came of it, nor has said so by itself."""
        asked = models.Q(outcome__questions__by_creative=to_creative)
        return self.exclude(pk__in=ContactMessage.objects.filter(asked).values("pk"))

    def between(self, address: str, recipient) -> Self:
        """From the address to whoever reads the messages to this profile or page."""
        read = models.Q(profile=recipient.pk) | models.Q(page=recipient.pk)
        if member := recipient.member:
            read |= models.Q(profile__member=member) | models.Q(page__owner=member)
        return self.filter(read, sender_email__iexact=address)

    def keeping_out(self, address: str, *, recipient) -> Self:
        """By which that reader has blocked the address."""
        return self.between(address, recipient).filter(blocked_at__isnull=False)

    def from_their_address(self) -> Self:
        """As `is_from_its_address` has it."""
        answered = ContactReply.objects.filter(message=models.OuterRef("pk"), by_creative=False)
        asked = models.Q(asked_at__isnull=False, confirmed_at__isnull=False)
        return self.filter(asked | models.Exists(answered))


class ContactMessage(Outgoing):
    """A visitor's message to a creative, or to whoever posted a page (an opportunity); neither sees
    the other's address in it, unless its sender passes theirs on.

    It goes out once `confirmed_at` says that a person wrote it: by a proof of work in the browser,
    else by the link in a mail, sent at `asked_at`. `sent_with` is the first of several messages of
    the same words to several people: what their sender confirms is all of them.
    """

    profile = models.ForeignKey(
        ProfilePage, on_delete=models.CASCADE, null=True, blank=True, related_name="messages"
    )
    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, null=True, blank=True, related_name="messages_about"
    )
    sent_with = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="sent_along",
    )
    outcome = models.OneToOneField(
        "directory.ContactOutcome",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="message",
    )
    sender_name = models.CharField(_("your name"), max_length=140)
    sender_email = models.EmailField(_("your e-mail address"))
    sender_language = models.CharField(max_length=5, choices=settings.LANGUAGES)
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    blocked_at = models.DateTimeField(null=True, blank=True, editable=False)
    passes_address = models.BooleanField(_("pass my address on"), default=False)
    reported_at = models.DateTimeField(_("reported on"), null=True, blank=True, editable=False)
    reported_because = models.TextField(_("why"), max_length=1_000, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(
                fields=["blocked_at"],
                condition=models.Q(blocked_at__isnull=False),
                name="blocked_messages",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(profile__isnull=False, page__isnull=True)
                | models.Q(profile__isnull=True, page__isnull=False),
                name="a_message_to_a_profile_or_about_a_page",
            )
        ]

    def __str__(self) -> str:
        return f"{self.sender_name}, {self.created_at:%Y-%m-%d}"

    @property
    def recipient(self):
        """The profile or page it is to, with `member`, `messages_go_to` and `mail_language`."""
        return self.profile or self.page.specific

    @property
    @display(description=_("to"))
    def recipient_name(self) -> str:
        return self.profile.title if self.profile else f"“{self.page and self.page.title}”"

    @property
    def recipient_names(self) -> str:
        """Of all who get it."""
        along = self.sent_along.select_related("profile", "page").order_by("pk")
        return ", ".join(one.recipient_name for one in (self, *along))

    @property
    def direct_address(self) -> str:
        """Its sender's, where both sides want the answer to go there; else ""."""
        wanted = self.passes_address and answers_directly(self.recipient.member)
        return self.sender_email if wanted else ""

    @property
    def is_blocked(self) -> bool:
        """Whether its reader wants nothing more from its sender."""
        blocked = ContactMessage.objects.keeping_out(self.sender_email, recipient=self.recipient)
        return blocked.exists()

    @property
    def is_from_its_address(self) -> bool:
        """Whether its sender has opened a link that was mailed to the address they gave. Until
        then nobody's words are sent there: the address may be a third person's."""
        asked = self.asked_at is not None and self.confirmed_at is not None
        return asked or self.replies.filter(by_creative=False).exists()


class ContactReply(Outgoing):
    message = models.ForeignKey(ContactMessage, on_delete=models.CASCADE, related_name="replies")
    by_creative = models.BooleanField()

    class Meta:
        ordering = ["created_at"]
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    def __str__(self) -> str:
        return f"{self.message_id}, {self.created_at:%Y-%m-%d}"


class DirectReply(models.Model):
    """That a member answers from their own mailbox where a sender passes their address on."""

    member = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="direct_reply",
    )

    def __str__(self) -> str:
        return str(self.member)


class ReportedManager(models.Manager.from_queryset(MessageQuerySet)):
    def get_queryset(self):
        return super().get_queryset().filter(reported_at__isnull=False)


class ReportedMessage(ContactMessage):
    """Messages are between two people; editors read those that were reported, and no others."""

    objects = ReportedManager()

    class Meta:
        proxy = True
        default_manager_name = "objects"
        default_permissions = ("view", "delete")
        ordering = ["-reported_at"]
        verbose_name = _("reported message")
        verbose_name_plural = _("reported messages")


def answers_directly(member) -> bool:
    """One whose account is closed has no such wish: others may read for them, without it."""
    return DirectReply.objects.filter(member=member, member__is_active=True).exists()
