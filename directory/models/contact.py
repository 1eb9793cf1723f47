"""Messages through the contact relay, and what is answered to them."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .profile import ProfilePage

MAX_TEXT = 5_000


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


class ContactMessage(Outgoing):
    """A visitor's message to a creative; neither sees the other's address in it.

    It goes out once `confirmed_at` says that a person wrote it: by a proof of work in the browser,
    else by the link in a mail, sent at `asked_at`.
    """

    profile = models.ForeignKey(ProfilePage, on_delete=models.CASCADE, related_name="messages")
    sender_name = models.CharField(_("your name"), max_length=140)
    sender_email = models.EmailField(_("your e-mail address"))
    sender_language = models.CharField(max_length=5, choices=settings.LANGUAGES)
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    reported_at = models.DateTimeField(_("reported on"), null=True, blank=True, editable=False)
    reported_because = models.TextField(_("why"), max_length=1_000, blank=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self) -> str:
        return f"{self.sender_name}, {self.created_at:%Y-%m-%d}"


class ContactReply(Outgoing):
    message = models.ForeignKey(ContactMessage, on_delete=models.CASCADE, related_name="replies")
    by_creative = models.BooleanField()

    class Meta:
        ordering = ["created_at"]
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    def __str__(self) -> str:
        return f"{self.message_id}, {self.created_at:%Y-%m-%d}"


class ReportedManager(models.Manager):
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
