"""Mails of the demo, kept as files so that they can be read at `/demo/mail/`."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

KEPT = 500


@dataclass(frozen=True)
class KeptMail:
    to: str
    subject: str
    text: str
    sent_at: str

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.sent_at)


class KeepingBackend(BaseEmailBackend):
    """Sends through `DEMO_MAIL_BACKEND` and keeps the newest mails, one file each.

    Files, because the process that sends need not be the one that shows them.
    """

    def send_messages(self, email_messages):
        folder = Path(settings.DEMO_MAIL_ROOT)
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            now = timezone.now()
            mail = KeptMail(", ".join(message.to), message.subject, message.body, now.isoformat())
            name = f"{now:%Y%m%d%H%M%S%f}-{uuid4().hex[:8]}.json"
            unfinished = folder / f".{name}"
            unfinished.write_text(json.dumps(asdict(mail)), encoding="utf-8")
            unfinished.rename(folder / name)
        for old in sorted(folder.glob("[0-9]*.json"))[:-KEPT]:
            old.unlink(missing_ok=True)
        connection = get_connection(settings.DEMO_MAIL_BACKEND, fail_silently=self.fail_silently)
        return connection.send_messages(email_messages)


def kept(to: str = "") -> list[KeptMail]:
    """Newest first; with `to`, only those whose recipients hold that text."""
    files = sorted(Path(settings.DEMO_MAIL_ROOT).glob("[0-9]*.json"), reverse=True)
    mails = [KeptMail(**json.loads(file.read_text(encoding="utf-8"))) for file in files]
    return [mail for mail in mails if to.strip().lower() in mail.to.lower()]
