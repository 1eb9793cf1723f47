"""An editor decides while who proposed the event writes on: what is published is what was seen."""

from functools import partial

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from events.models import EventPage
from events.proposing import proposals
from tests.at_once import at_once
from tests.factories.events import proposal
from tests.factories.members import MemberFactory

TOLD = "has changed again, or a colleague was faster."


@pytest.fixture
def desk(reviewer):
    client = Client()
    client.force_login(reviewer)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def sent(member):
    found = proposal("Atelier", by=member)
    proposals.submit(found.page, by=member)
    return found


def row(found):
    return EventPage.objects.get(pk=found.page_id)


def write_on(found, title="Atelier du soir"):
    draft = proposals.draft_of(found)
    draft.title = title
    proposals.save(draft, by=found.member)


def edit(found):
    return reverse("wagtailadmin_pages:edit", args=[found.page_id])


def approval(found):
    """The address an editor's list approves at."""
    task = row(found).current_workflow_task_state.pk
    return reverse("wagtailadmin_pages:workflow_action", args=[found.page_id, "approve", task])


@pytest.mark.django_db
def test_an_approval_from_a_list_is_of_the_text_that_was_there_then(desk, sent):
    address = approval(sent)
    write_on(sent)

    told = desk.post(address, follow=True).text

    assert not row(sent).live
    assert f"Atelier du soir {TOLD}" in told
    desk.post(approval(sent))
    assert (row(sent).live, row(sent).title) == (True, "Atelier du soir")


@pytest.mark.django_db
def test_an_approval_in_the_form_is_of_the_text_that_was_opened(desk, sent):
    form = BeautifulSoup(desk.get(edit(sent)).text, "html.parser")
    opened = form.find("input", {"name": "loaded_revision_id"})["value"]
    write_on(sent)

    decided = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    told = desk.post(edit(sent), {**decided, "loaded_revision_id": opened}, follow=True).text

    assert not row(sent).live
    assert f"Atelier du soir {TOLD}" in told
    assert 'value="Atelier du soir"' in told


@pytest.mark.django_db
def test_a_text_sent_back_meanwhile_is_not_approved_by_another_editor(desk, sent, reviewer):
    address = approval(sent)
    task = row(sent).current_workflow_task_state
    task.task.specific.on_action(task, reviewer, "reject", comment="Where is it?")

    desk.post(address)

    assert not row(sent).live


def test_who_writes_on_at_the_moment_of_the_approval_changes_nothing_unseen(
    transactional_db,
):
    editor, member = MemberFactory(editor=True), MemberFactory()
    for number in range(3):
        sent = proposal(f"Atelier {number}", by=member)
        proposals.submit(sent.page, by=member)
        task = row(sent).current_workflow_task_state
        decide = partial(task.task.specific.on_action, task, editor, "approve")

        at_once(decide, partial(write_on, sent, "Autre"))

        page = row(sent)
        assert (page.live, page.title) in [(True, f"Atelier {number}"), (False, "Autre")]
        assert page.current_workflow_state.status == "in_progress"
