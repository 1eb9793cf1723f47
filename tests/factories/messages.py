"""Messages to Anna, what is asked of them and what is said."""

import datetime as dt
import re
from urllib.parse import urlsplit

from django.core import mail

from directory.models import (
    ContactMessage,
    OutcomeQuestion,
)

START = dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)
CREATIVE, SENDER = "anna@example.org", "max@example.org"
TO_CREATIVE = (CREATIVE, "Did it lead to something? Message from Max")


def message(page, **fields):
    """Proven by its browser, so that nobody knows whose address it is, unless told otherwise."""
    known = {"sender_name": "Max", "sender_email": SENDER, "sender_language": "de", "text": "Hallo"}
    sent = {"confirmed_at": START, "sent_at": START}
    return ContactMessage.objects.create(profile=page, **{**known, **sent, **fields})


def confirmed(page, **fields):
    return message(page, asked_at=START, **fields)


def links(to):
    """Of the answers in their order, then the one that ends the questions."""
    body = next(one.body for one in mail.outbox if one.to == [to])
    found = [urlsplit(one) for one in re.findall(r"https?://\S+/messages/outcome/\S+", body)]
    return [f"{one.path}?{one.query}" for one in found]


def answers():
    return sorted(OutcomeQuestion.objects.values_list("by_creative", "answer"))
