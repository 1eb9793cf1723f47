"""Two who act on one profile at the same moment."""

import datetime as dt
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from directory import membership
from directory.claiming.sending import invite
from directory.claiming.taking import decline
from directory.importing.plan import plan
from directory.importing.table import read_table
from directory.importing.writing import carry_out
from directory.models import ContactMessage, DeclinedInvitation, ProfileOrigin, ProfilePage
from tests.at_once import at_once
from tests.factories.members import MemberFactory, ready_profile


@pytest.fixture
def stage(transactional_db):
    editor, member = MemberFactory(editor=True), MemberFactory()
    return editor, member, ready_profile(member)


def test_two_submissions_at_once_start_one_review_and_one_mail(stage):
    editor, member, page = stage

    at_once(lambda: membership.submit(page, by=member), times=2)

    assert (WorkflowState.objects.count(), TaskState.objects.count()) == (1, 1)
    assert [message.to for message in mail.outbox] == [[editor.email]]


def test_two_approvals_at_once_are_one_confirmation_and_one_mail(stage):
    editor, member, page = stage
    membership.submit(page, by=member)
    mail.outbox.clear()

    at_once(lambda: membership.confirm(page, by=editor), times=2)

    profile = ProfilePage.objects.get()
    assert (profile.live, profile.confirmed_at) == (True, profile.last_published_at)
    assert [message.to for message in mail.outbox] == [[member.email]]


def test_two_who_send_a_profile_back_at_once_tell_its_member_once(stage):
    editor, member, page = stage
    membership.submit(page, by=member)
    state = TaskState.objects.get()
    mail.outbox.clear()

    at_once(
        lambda: state.task.specific.on_action(state, editor, "reject", comment="Say more."), times=2
    )

    assert TaskState.objects.get().status == TaskState.STATUS_REJECTED
    assert [message.to for message in mail.outbox] == [[member.email]]


def test_two_clicks_at_once_that_decline_an_invitation_delete_the_profile_once(stage):
    editor, _member, _page = stage
    table = read_table(b"name,email\nBo,bo@example.org\n")
    [verdict] = carry_out(lambda: plan(table, ["name", "email"]), by=editor)
    origin = ProfileOrigin.objects.get(page=verdict.page)
    invite(origin)
    mail.outbox.clear()
    origin.refresh_from_db()

    at_once(lambda: decline(origin), times=2)

    assert not ProfilePage.objects.filter(pk=verdict.page).exists()
    assert (DeclinedInvitation.objects.count(), mail.outbox) == (1, [])


def test_two_who_ask_at_once_what_came_of_messages_ask_each_side_once(stage):
    editor, member, page = stage
    membership.submit(page, by=member)
    membership.confirm(page, by=editor)
    mail.outbox.clear()
    sent = timezone.now() - dt.timedelta(days=30)
    fields = {"sender_name": "Max", "sender_email": "max@example.org", "sender_language": "de"}
    for _number in range(3):
        ContactMessage.objects.create(
            profile=page, text="Hallo", confirmed_at=sent, asked_at=sent, sent_at=sent, **fields
        )

    at_once(lambda: call_command("ask_outcomes", stdout=StringIO()), times=3)

    to = sorted(address for message in mail.outbox for address in message.to)
    assert to == sorted([*[member.email] * 3, "max@example.org"])


def test_starting_twice_at_once_makes_one_profile(stage):
    newcomer = MemberFactory()

    at_once(lambda: membership.start_profile(newcomer, name="Bo Lux"), times=2)

    assert ProfilePage.objects.filter(member=newcomer).count() == 1
