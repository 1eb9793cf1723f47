"""One plain-text mail."""

from django.core.mail import EmailMessage
from django_tasks import task


def post(subject: str, text: str, to: str) -> None:
    """Now, from the site's own address; no other address is in it, and the subject is one line."""
    EmailMessage(" ".join(subject.split()), text, to=[to]).send()


@task()
def send(subject: str, text: str, to: str) -> None:
    """Outside the request."""
    post(subject, text, to)
