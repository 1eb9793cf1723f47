"""One plain-text mail."""

import datetime as dt
from pathlib import Path
from traceback import extract_tb
from typing import Any, TypedDict

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task

AGAIN_AFTER = [dt.timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480, 1440, 2880)]
"""Somebody mends a mail server within a long weekend."""


class Letter(TypedDict):
    subject: str
    text: str


def letter(template: str, context: dict[str, Any], *, language: str) -> Letter:
    """The first line of what the template says, and the rest."""
    site = {"site_name": settings.WAGTAIL_SITE_NAME, "base_url": settings.BASE_URL}
    with override(language):
        said = render_to_string(template, site | context)
    subject, _line, text = said.strip().partition("\n")
    return {"subject": subject, "text": text.strip() + "\n"}


def post(subject: str, text: str, to: str, unsubscribe: str = "", answers_to: str = "") -> None:
    """Now, from the site's own address, and the subject is one line. `unsubscribe` is where
    programs that read mail get no more like it (RFC 8058); no other address is in it than
    `answers_to`, an address or a name with one, which an answer goes to."""
    headers = {}
    if unsubscribe:
        headers["List-Unsubscribe"] = f"<{unsubscribe}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    if answers_to:
        # Machines that answer mails do not answer this one.
        headers["Auto-Submitted"] = "auto-generated"
    reply_to = [answers_to] if answers_to else None
    mail = EmailMessage(
        " ".join(subject.split()), text, to=[to], headers=headers, reply_to=reply_to
    )
    mail.send()


@task()
def send(subject: str, text: str, to: str, unsubscribe: str = "", attempt: int = 0) -> None:
    """Outside the request; while the mail server is away, later again, where there is a queue."""
    try:
        post(subject, text, to, unsubscribe)
    except OSError:
        if attempt == len(AGAIN_AFTER) or not send.get_backend().supports_defer:
            raise
        later = send.using(run_after=timezone.now() + AGAIN_AFTER[attempt])
        later.enqueue(subject, text, to, unsubscribe, attempt + 1)


def failure(error: Exception) -> str:
    """For the log of a queue: which error and where it arose, without its words, which may hold
    somebody's address."""
    frames = extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}{where}"
