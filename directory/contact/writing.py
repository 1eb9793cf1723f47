"""What can be written through the relay, once it has been checked."""

from uuid import UUID, uuid5

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from ..models.contact import ContactMessage, ContactReply
from ..models.profile import ProfilePage
from .delivery import deliver_message, deliver_reply
from .forms import ContactForm


def write(to: Page, *, form: ContactForm) -> ContactMessage:
    """Keeps a checked form's message and sends what is due; the same form again does nothing."""
    message, is_new = _keep(to, form)
    if is_new:
        _send(message, form)
    return message


def write_to_all(recipients: list[ProfilePage], *, form: ContactForm) -> ContactMessage:
    """A message of its own to each, by one proof or one link; gives the first. The same form again
    does nothing."""
    with transaction.atomic():
        kept = [_keep(to, form) for to in recipients]
        new = [message for message, is_new in kept if is_new]
        along = ContactMessage.objects.filter(pk__in=[one.pk for one in new[1:]])
        along.update(sent_with=new[0] if new else None)
    if new:
        _send(new[0], form)
    return new[0] if new else kept[0][0]


def confirm(message: ContactMessage) -> None:
    """A person wrote it: to the creative with it, and to whom it goes besides. Once, however often
    it is confirmed."""
    now = timezone.now()
    along = ContactMessage.objects.filter(sent_with=message.pk).order_by("pk")
    for pk in (message.pk, *along.values_list("pk", flat=True)):
        unconfirmed = ContactMessage.objects.filter(pk=pk, confirmed_at__isnull=True)
        # Blocked meanwhile.
        if any(one.is_blocked for one in unconfirmed):
            continue
        # The link that was mailed for the first says the same of its sender for each.
        asked = {} if pk == message.pk else {"asked_at": message.asked_at}
        if unconfirmed.update(confirmed_at=now, **asked):
            message.confirmed_at = now
            deliver_message.enqueue(pk)


def _keep(to: Page, form: ContactForm) -> tuple[ContactMessage, bool]:
    """Once, however often it is sent; corrected and sent again, it is another."""
    said = [form.cleaned_data[name] for name in ("sender_name", "sender_email", "text")]
    passes_address = form.cleaned_data.get("passes_address", False)
    said += ["passes_address"] if passes_address else []
    return ContactMessage.objects.get_or_create(
        key=uuid5(form.cleaned_data["key"], "\n".join([str(to.pk), *said])),
        defaults={
            "profile" if isinstance(to, ProfilePage) else "page": to,
            "sender_name": form.cleaned_data["sender_name"],
            "sender_email": form.cleaned_data["sender_email"],
            "sender_language": get_language() or settings.LANGUAGE_CODE,
            "text": form.cleaned_data["text"],
            "passes_address": passes_address,
        },
    )


def _send(message: ContactMessage, form: ContactForm) -> None:
    """To whom it is for where the browser did its work; else the question to its sender."""
    if form.is_proven:
        confirm(message)
    else:
        deliver_message.enqueue(message.pk)


def answer(message: ContactMessage, *, text: str, key: UUID, by_creative: bool) -> None:
    """The same key again does nothing."""
    reply, is_new = ContactReply.objects.get_or_create(
        key=key, defaults={"message": message, "text": text, "by_creative": by_creative}
    )
    if is_new:
        deliver_reply.enqueue(reply.pk)


def block(message: ContactMessage, *, blocked: bool) -> None:
    """Its reader gets nothing more from its sender, or lets them write again."""
    theirs = ContactMessage.objects.between(message.sender_email, message.recipient)
    theirs.update(blocked_at=timezone.now() if blocked else None)


def report(message: ContactMessage, *, because: str) -> None:
    message.reported_because = because
    message.reported_at = timezone.now()
    message.save(update_fields=["reported_because", "reported_at"])
