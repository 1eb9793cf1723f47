"""One plain-text mail, sent outside the request."""

from django.core.mail import EmailMessage
from django_tasks import task


@task()
def send(subject: str, text: str, to: str) -> None:
    """Goes out from the site's own address, and answers to it go nowhere else."""
    EmailMessage(" ".join(subject.split()), text, to=[to]).send()
