"""Messages that a worker passes on, in a process of its own, while everything goes wrong."""

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from directory.contact.delivery import GIVEN_UP
from directory.contact.writing import confirm
from directory.models import ContactMessage, ProfilePage
from tests.directory.mail_server import MailServer
from tests.factories.directory import profile

ROOT = Path(__file__).resolve().parents[2]
MANY = 200
BACKEND = "django_tasks_db.DatabaseBackend"
NO_ADDRESS, EVE = f"bob@{'ü' * 64}.example.org", "eve@example.org"


@pytest.fixture
def messages(transactional_db, settings):
    """Written at once: each has its task in the queue."""
    settings.TASKS = {"default": {"BACKEND": BACKEND}}
    page = profile("Anna", contact_email="anna@example.org")
    fields = {"sender_name": "Max", "sender_email": "max@example.org", "sender_language": "en"}
    rows = [
        ContactMessage(profile=page, key=uuid4(), text=f"Message {number}.", **fields)
        for number in range(MANY)
    ]
    for message in ContactMessage.objects.bulk_create(rows):
        confirm(message)


@pytest.fixture
def server():
    server = MailServer()
    yield server
    server.stop()


@pytest.fixture
def worker(server, messages):
    """Starts one; what is left of it is killed before the database goes."""
    database = connection.settings_dict
    name = database["NAME"]
    if connection.vendor == "sqlite":
        url = f"sqlite:///{name}"
    else:
        user = f"{database['USER']}:{database['PASSWORD']}".rstrip(":")
        url = f"postgresql://{user}@{database['HOST']}:{database['PORT'] or 5432}/{name}"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cluster.settings.demo",
        "DATABASE_URL": url,
        "EMAIL_URL": f"smtp://127.0.0.1:{server.port}",
        "TASKS": "database",
    }
    started = []

    def start():
        process = subprocess.Popen(
            [sys.executable, "manage.py", "db_worker", "--no-startup-delay", "--batch"],
            cwd=ROOT,
            env=environment,
            stderr=subprocess.DEVNULL,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


def test_messages_outlive_a_mail_server_that_is_down_and_a_worker_that_is_killed(
    worker, server, settings
):
    first = worker()
    until(lambda: DBTaskResult.objects.failed().count() >= 3)
    server.start()
    assert server.is_holding.wait(60)
    first.send_signal(signal.SIGKILL)
    first.wait()
    server.lets_pass.set()
    (claimed,) = ContactMessage.objects.filter(claimed_at__isnull=False)
    assert (claimed.sent_at, server.taken) == (None, [])

    # Ten minutes later, cron and a new worker at once.
    given_up = timezone.now() - GIVEN_UP - timedelta(seconds=1)
    ContactMessage.objects.filter(pk=claimed.pk).update(claimed_at=given_up)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    second = worker()
    call_command("deliver_messages")
    assert second.wait(60) == 0

    assert not ContactMessage.objects.filter(sent_at=None).exists()
    numbers = Counter(
        number for one in server.taken for number in re.findall(r"Message (\d+)", one)
    )
    assert numbers == {str(number): 1 for number in range(MANY)}


@pytest.mark.django_db
def test_an_address_that_no_mail_can_be_written_to_keeps_no_other_message_waiting(tree, settings):
    settings.TASKS = {"default": {"BACKEND": BACKEND}}
    pages = [profile("Bob"), profile("Eve", contact_email=EVE)]
    ProfilePage.objects.filter(pk=pages[0].pk).update(contact_email=NO_ADDRESS)
    fields = {"sender_name": "Max", "sender_email": "max@example.org", "sender_language": "en"}
    for page in pages:
        confirm(ContactMessage.objects.create(profile=page, key=uuid4(), text="Hi.", **fields))

    with pytest.raises(CommandError, match="Some mails could not be sent"):
        call_command("deliver_messages")

    assert [one.to for one in mail.outbox] == [[EVE]]
    assert [one.profile for one in ContactMessage.objects.filter(sent_at=None)] == pages[:1]


def until(come_true, seconds=60):
    end = time.monotonic() + seconds
    while not come_true():
        assert time.monotonic() < end
        time.sleep(0.05)
