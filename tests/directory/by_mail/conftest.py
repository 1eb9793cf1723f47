import io
import sys

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from directory.models import ContactMessage
from tests.factories.directory import profile
from tests.factories.members import MemberFactory

from .mails import ADA, EVE


@pytest.fixture(autouse=True)
def _receives_mail(settings):
    settings.REPLY_ADDRESS = "answers@cluster.example.org"


@pytest.fixture
def message(directory):
    ada = profile("Ada", member=MemberFactory(email=ADA, language="en"))
    return ContactMessage.objects.create(
        profile=ada,
        sender_name="Eve",
        sender_email=EVE,
        sender_language="fr",
        text="Are you free in May?",
        confirmed_at=timezone.now(),
        asked_at=timezone.now(),
    )


@pytest.fixture
def received(monkeypatch):
    """What a mail server does with a mail: the command's code, 0 where it is taken."""

    def of(written):
        raw = written if isinstance(written, bytes) else written.as_bytes()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        try:
            call_command("receive_answer")
        except CommandError as error:
            return error.returncode, str(error)
        return 0, ""

    return of
