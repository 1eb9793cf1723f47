"""One plain-text mail."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import override
from django_tasks import task


def letter(template: str, context: dict[str, Any], *, language: str) -> dict[str, str]:
    """`{subject, text}`: the first line of what the template says, and the rest."""
    site = {"site_name": settings.WAGTAIL_SITE_NAME, "base_url": settings.BASE_URL}
    with override(language):
        said = render_to_string(template, site | context)
    subject, _line, text = said.strip().partition("\n")
    return {"subject": subject, "text": text.strip() + "\n"}


def post(subject: str, text: str, to: str) -> None:
    """Now, from the site's own address; no other address is in it, and the subject is one line."""
    EmailMessage(" ".join(subject.split()), text, to=[to]).send()


@task()
def send(subject: str, text: str, to: str) -> None:
    """Outside the request."""
    post(subject, text, to)
