"""Messages through the contact relay."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .profile import ProfilePage


class ContactMessage(models.Model):
    """A visitor's message to a creative; neither sees the other's address in it."""

    profile = models.ForeignKey(ProfilePage, on_delete=models.CASCADE, related_name="messages")
    sender_name = models.CharField(_("your name"), max_length=140)
    sender_email = models.EmailField(_("your e-mail"))
    text = models.TextField(_("message"), max_length=5_000)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self) -> str:
        return f"{self.sender_name}, {self.created_at:%Y-%m-%d}"
