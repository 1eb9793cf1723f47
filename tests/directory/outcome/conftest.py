import datetime as dt
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command

from tests.factories.accounts import UserFactory
from tests.factories.directory import ESCH, branch, profile
from tests.factories.messages import (
    CREATIVE,
    START,
)


@pytest.fixture
def after(time_machine):
    """Runs the command on these days after the messages; gives to whom what was sent."""

    def run(*days):
        mail.outbox.clear()
        for day in days:
            time_machine.move_to(START + dt.timedelta(days=day), tick=False)
            call_command("ask_outcomes", stdout=StringIO())
        return sorted((one.to[0], one.subject) for one in mail.outbox)

    time_machine.move_to(START, tick=False)
    return run


@pytest.fixture
def anna(after):
    page = profile("Anna", branches=[branch()], locality=ESCH.name)
    page.member = UserFactory(email=CREATIVE, language="en")
    page.save()
    return page
