import datetime as dt

import pytest
from django.core import mail
from django.core.management import call_command

from tests.factories.members import MemberFactory, confirmed_profile

START = dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(START, tick=False)

    def after(days):
        time_machine.move_to(START + dt.timedelta(days=days), tick=False)

    return after


@pytest.fixture
def ada(tree, clock):
    member = MemberFactory(email="ada@example.org", language="en")
    page = confirmed_profile(member, MemberFactory(editor=True))
    mail.outbox.clear()
    return page


@pytest.fixture
def daily(capsys):
    def run(*options):
        call_command("check_freshness", *options)
        return capsys.readouterr().out

    return run


@pytest.fixture
def aged(clock, daily):
    """Runs the command on these days."""

    def run(*days):
        for day in days:
            clock(day)
            daily()

    return run
