"""What can be written through the relay, once it has been checked."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from ..models.contact import ContactMessage, ContactReply
from ..models.profile import ProfilePage
from .delivery import deliver_message, deliver_reply
from .forms import ContactForm, ReplyForm


def write(profile: ProfilePage, *, form: ContactForm) -> ContactMessage:
    """Keeps a checked form's message and sends what is due; the same form again does nothing."""
    message, is_new = ContactMessage.objects.get_or_create(
        key=form.cleaned_data["key"],
        defaults={
            "profile": profile,
            "sender_name": form.cleaned_data["sender_name"],
            "sender_email": form.cleaned_data["sender_email"],
            "sender_language": get_language() or settings.LANGUAGE_CODE,
            "text": form.cleaned_data["text"],
        },
    )
    if is_new:
        if form.is_proven:
            confirm(message)
        else:
            deliver_message.enqueue(message.pk)
    return message


def confirm(message: ContactMessage) -> None:
    """A person wrote it: to the creative with it. Once, however often it is confirmed."""
    now = timezone.now()
    unconfirmed = ContactMessage.objects.filter(pk=message.pk, confirmed_at__isnull=True)
    if unconfirmed.update(confirmed_at=now):
        message.confirmed_at = now
        deliver_message.enqueue(message.pk)


def answer(message: ContactMessage, *, form: ReplyForm, by_creative: bool) -> None:
    reply, is_new = ContactReply.objects.get_or_create(
        key=form.cleaned_data["key"],
        defaults={
            "message": message,
            "text": form.cleaned_data["text"],
            "by_creative": by_creative,
        },
    )
    if is_new:
        deliver_reply.enqueue(reply.pk)


def report(message: ContactMessage, *, because: str) -> None:
    message.reported_because = because
    message.reported_at = timezone.now()
    message.save(update_fields=["reported_because", "reported_at"])
