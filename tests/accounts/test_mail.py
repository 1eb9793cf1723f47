"""Letters while the mail server is away."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.utils import timezone

from cluster.accounts.mail import AGAIN_AFTER, send
from tests.directory.mail_server import MailServer

LETTER = {"subject": "Bonjour", "text": "Un mot.\n", "to": "anna@example.org"}
NOON = dt.datetime(2026, 5, 4, 12, tzinfo=dt.UTC)


@pytest.fixture
def server(transactional_db, settings):
    server = MailServer()
    server.lets_pass.set()
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    yield server
    server.stop()


def work() -> None:
    call_command("db_worker", "--no-startup-delay", "--batch", "--no-reload")


def test_a_letter_leaves_once_when_the_mail_server_is_back(server, time_machine):
    time_machine.move_to(NOON, tick=False)
    send.enqueue(**LETTER)
    work()
    time_machine.move_to(NOON + AGAIN_AFTER[0], tick=False)
    work()

    server.start()
    work()
    assert server.taken == []
    time_machine.move_to(timezone.now() + AGAIN_AFTER[1], tick=False)
    work()
    work()

    (taken,) = server.taken
    assert "To: anna@example.org" in taken
