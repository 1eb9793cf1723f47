"""What a poster may do, where it stands at every moment, and what they are told."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import TaskState

from directory.opportunities import posting
from directory.opportunities.expiry import expire
from directory.opportunities.listing import rebuild
from directory.opportunities.models import OpportunityListing, OpportunityPage
from directory.opportunities.states import state_of
from tests.factories.members import MemberFactory
from tests.factories.opportunities import DAY, draft, opportunity, today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


@pytest.fixture
def member(tree):
    return MemberFactory(email="ada@example.org", language="en")


@pytest.fixture
def editor(tree):
    return MemberFactory(email="editor@example.org", editor=True, language="en")


def code(page):
    return state_of(OpportunityPage.objects.get(pk=page.pk), today()).code.value


def decide(page, editor, action, **more):
    row = OpportunityPage.objects.get(pk=page.pk)
    task = row.current_workflow_task_state
    task.task.specific.on_action(task, editor, action, **more)


def test_it_is_read_by_an_editor_before_it_is_public(member, editor, told):
    page = draft(owner=member)
    assert code(page) == "draft"

    to_editors = told(posting.submit, page, by=member)
    assert (code(page), OpportunityListing.objects.count()) == ("waiting", 0)

    to_member = told(decide, page, editor, "approve")
    assert (code(page), OpportunityListing.objects.get().title) == ("open", "Graphiste")
    assert to_editors == [("editor@example.org", "An opportunity waits for you: Graphiste")]
    assert to_member == [("ada@example.org", "Your opportunity is public: Graphiste")]


def test_sending_it_twice_makes_one_review(member, editor):
    page = draft(owner=member)

    posting.submit(page, by=member)
    posting.submit(page, by=member)

    assert TaskState.objects.count() == 1


def test_a_rejection_carries_its_reason_and_what_was_changed_can_be_sent_again(
    member, editor, told
):
    page = draft(owner=member)
    posting.submit(page, by=member)

    assert told(decide, page, editor, "reject", comment="Say what you pay.") == [
        ("ada@example.org", "Your opportunity needs a change: Graphiste")
    ]
    assert "Say what you pay." in mail.outbox[0].body
    row = OpportunityPage.objects.get(pk=page.pk)
    assert state_of(row, today()).reason == "Say what you pay."

    posting.submit(page, by=member)
    assert code(page) == "waiting"


def test_a_change_of_a_public_one_waits_and_what_is_public_stays(member, editor, told):
    page = opportunity(owner=member)
    changed = posting.draft_of(page)
    changed.title = "Illustratrice"

    assert told(posting.save, changed, by=member) == [
        ("editor@example.org", "An opportunity waits for you: Illustratrice")
    ]
    assert (code(page), OpportunityListing.objects.get().title) == ("open-waiting", "Graphiste")

    decide(page, editor, "approve")
    assert (code(page), OpportunityListing.objects.get().title) == ("open", "Illustratrice")


def test_it_can_be_taken_back_from_review_and_off_the_site(member):
    page = draft(owner=member)
    posting.submit(page, by=member)
    assert posting.withdraw(page, by=member).code.value == "draft"

    shown = opportunity("Autre", owner=member)
    assert posting.withdraw(shown, by=member).code.value == "withdrawn"
    assert OpportunityListing.objects.count() == 0
    assert posting.submit(shown, by=member).code.value == "waiting"


def test_a_filled_one_is_listed_no_longer_and_keeps_its_page(member):
    page = opportunity(owner=member)

    assert posting.fill(page, by=member).code.value == "filled"
    assert OpportunityListing.objects.open(today()).count() == 0
    assert OpportunityListing.objects.get().is_filled


def test_its_poster_is_reminded_once_told_of_the_end_once_and_renews_with_one_click(
    member, told, time_machine
):
    page = opportunity(owner=member, deadline=today() + 6 * DAY)

    assert told(expire) == [("ada@example.org", "Your opportunity ends soon: Graphiste")]
    assert told(expire) == []
    time_machine.move_to(timezone.now() + 7 * DAY)
    assert told(expire) == [("ada@example.org", "Your opportunity has ended: Graphiste")]
    assert told(expire) == []
    assert (code(page), OpportunityListing.objects.open(today()).count()) == ("expired", 0)

    assert told(posting.renew, page, by=member) == []
    listing = OpportunityListing.objects.open(today()).get()
    assert (code(page), listing.deadline) == ("open", today() + dt.timedelta(days=30))


def test_renewing_publishes_no_change_that_waits(member):
    page = opportunity(owner=member)
    changed = posting.draft_of(page)
    changed.title = "Non relu"
    posting.save(changed, by=member)

    posting.renew(page, by=member)

    assert OpportunityListing.objects.get().title == "Graphiste"
    assert code(page) == "open-waiting"


def test_a_client_confirms_their_address_by_sending_it(editor, told):
    page = draft(email="client@example.org")
    assert code(page) == "unconfirmed"

    posting.submit(page, by=None)
    assert code(page) == "waiting"
    assert [to for to, _subject in told(decide, page, editor, "approve")] == ["client@example.org"]


def test_the_same_form_twice_makes_one(member):
    first = draft(owner=member)
    again = OpportunityPage(title="Graphiste")

    made = posting.post(again, key=first.translation_key, by=member)

    assert made.pk == first.pk


def test_listings_made_anew_are_what_they_were(member):
    opportunity(owner=member)
    before = OpportunityListing.objects.values().get()

    OpportunityListing.objects.all().delete()

    assert list(rebuild()) == [1]
    assert OpportunityListing.objects.values().get() == before
