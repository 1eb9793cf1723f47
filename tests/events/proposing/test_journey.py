"""Members propose events: from the form to the agenda, and what each is told on the way."""

import json

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState

from cluster.accounts.my_space import forget, known_of
from events.models import EventPage, EventProposal, EventSeats
from events.proposing import proposals
from events.proposing.states import state_of
from tests.factories.events import DAY, proposal, tomorrow, typed
from tests.factories.members import confirmed_profile
from tests.media.files import picture, upload

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("tree"),
    # Wagtail leaves the temporary files of renditions to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
NEW = "/me/proposals/new/"


def row(found):
    return EventPage.objects.get(pk=found.page_id)


def code(found):
    return state_of(row(found), timezone.now()).code.value


def decide(found, editor, action, **more):
    task = row(found).current_workflow_task_state
    task.task.specific.on_action(task, editor, action, **more)


def announce(found, editor):
    proposals.submit(found.page, by=found.member)
    decide(found, editor, "approve")


def test_what_is_typed_on_a_phone_is_in_the_agenda_once_an_editor_approves(
    me, member, reviewer, client, told
):
    confirmed_profile(member, reviewer, name="Ada Lux")
    answer = me.post(NEW, typed(picture=upload(picture(), "affiche.jpg"), alt="An ink roller"))
    found = EventProposal.objects.get()
    assert answer["Location"] == f"/me/proposals/{found.pk}/"
    assert "Venez avec un dessin." in me.get(answer["Location"]).text
    assert client.get("/api/v1/events/").json()["count"] == 0

    sent = told(me.post, answer["Location"], {"action": "submit"})
    approved = told(decide, found, reviewer, "approve")

    assert sent == [
        ("ada@example.org", "We have received your event: Atelier de sérigraphie"),
        ("editor@example.org", "A proposed event waits for you: Atelier de sérigraphie"),
    ]
    assert approved == [("ada@example.org", "Your event is in the agenda: Atelier de sérigraphie")]
    event = client.get("/api/v1/events/atelier-de-serigraphie/").json()
    assert event["people"] == [{"name": "Ada Lux", "role": "Organisation", "slug": "ada-lux"}]
    assert event["sessions"][0]["start"].startswith(f"{tomorrow()}T18:00:00")
    page = client.get("/fr/agenda/atelier-de-serigraphie/").text
    assert '<a href="/fr/annuaire/ada-lux/">Ada Lux</a>' in page
    assert 'alt="An ink roller"' in page


def test_it_is_sent_back_with_a_reason_corrected_and_sent_again(me, member, reviewer, told):
    found = proposal(by=member)
    address = f"/me/proposals/{found.pk}/"
    proposals.submit(found.page, by=member)

    assert told(decide, found, reviewer, "reject", comment="Say what it costs.") == [
        ("ada@example.org", "Your event needs a change: Atelier")
    ]
    assert "Say what it costs." in mail.outbox[0].body
    assert "Say what it costs." in me.get(address).text
    [there] = row(found).sessions.all()
    changed = typed(
        title="Atelier du soir",
        free="",
        price="10 €",
        **{"when-TOTAL_FORMS": "2", "when-INITIAL_FORMS": "1", "when-0-uid": there.uid},
        **{"when-1-day": (tomorrow() + DAY).isoformat()},
    )
    assert me.post(f"{address}edit/", changed).status_code == 302
    me.post(address, {"action": "submit"})

    page = row(found)
    assert (code(found), page.title, page.price) == ("waiting", "Atelier du soir", "10 €")
    assert [(one.uid == there.uid, one.all_day) for one in page.sessions.all()] == [
        (True, False),
        (False, True),
    ]


def test_it_is_taken_back_and_sent_again_and_again_is_harmless(me, member, reviewer):
    found = proposal(by=member)
    for action, state in (
        ("submit", "waiting"),
        ("submit", "waiting"),
        ("withdraw", "draft"),
        ("withdraw", "draft"),
        ("cancel", "draft"),
        ("nonsense", "draft"),
        ("submit", "waiting"),
    ):
        me.post(f"/me/proposals/{found.pk}/", {"action": action})
        assert code(found) == state
    assert TaskState.objects.filter(status="in_progress").count() == 1


def test_a_later_change_waits_for_an_editor_while_the_agenda_says_what_was_approved(
    member, reviewer, told
):
    found = proposal(by=member)
    announce(found, reviewer)
    draft = proposals.draft_of(found)
    draft.title = "Atelier du matin"

    proposals.save(draft, by=member)

    assert (code(found), row(found).title) == ("announced-waiting", "Atelier")
    assert told(decide, found, reviewer, "approve") == [
        ("ada@example.org", "Your event is in the agenda: Atelier du matin")
    ]
    assert (code(found), row(found).title) == ("announced", "Atelier du matin")


def test_an_announced_event_is_cancelled_and_not_hidden(me, member, reviewer, client):
    found = proposal(by=member)
    announce(found, reviewer)

    me.post(f"/me/proposals/{found.pk}/", {"action": "cancel"})

    assert code(found) == "cancelled"
    assert client.get("/api/v1/events/atelier/").json()["state"] == "cancelled"
    assert me.post(f"/me/proposals/{found.pk}/edit/", typed()).status_code == 422


def test_who_proposed_it_hears_that_an_editor_took_it_off(member, reviewer, told):
    found = proposal(by=member)
    announce(found, reviewer)

    assert told(row(found).unpublish, user=reviewer) == [
        ("ada@example.org", "Your event is not in the agenda any more: Atelier")
    ]
    assert code(found) == "withdrawn"


def test_nothing_can_be_changed_while_an_editor_has_locked_it(me, member):
    found = proposal(by=member)
    EventPage.objects.filter(pk=found.page_id).update(locked=True)

    answer = me.post(f"/me/proposals/{found.pk}/edit/", typed())
    me.post(f"/me/proposals/{found.pk}/", {"action": "submit"})

    assert "The editors are working on this event." in answer.text
    assert code(found) == "draft"


def test_editors_find_what_waits_and_decide_in_the_admin(client, member, reviewer):
    found = proposal("Expo", by=member)
    proposals.submit(found.page, by=member)
    client.force_login(reviewer)
    client.cookies["django_language"] = "en"
    edit = f"/admin/pages/{found.page_id}/edit/"

    assert "1 proposed event waits for you" in client.get("/admin/").text
    assert "Expo" in client.get("/admin/agenda/?state=waiting").text
    page = client.get(edit).text
    assert "Ada Lux" in page
    assert "proposed this event on" in page
    assert 'name="action-publish"' not in page
    task = row(found).current_workflow_task_state.pk
    act = reverse("wagtailadmin_pages:workflow_action", args=[found.page_id, "reject", task])
    client.post(act, {"comment": ""})
    assert code(found) == "waiting"
    client.post(act, {"comment": "Where is it?"})
    assert code(found) == "rejected"


def test_a_member_takes_their_proposals_along_and_leaves_only_what_is_announced(member, reviewer):
    announced, hidden = proposal("Public", by=member), proposal("Hidden", by=member)
    announce(announced, reviewer)
    data = next(one.data for one in known_of(member) if one.name == "proposals")
    assert {one["title"] for one in data} == {"Public", "Hidden"}
    assert json.loads(json.dumps(data, default=str))[0]["sessions"]

    forget(member)

    assert [(page.title, page.owner) for page in EventPage.objects.all()] == [("Public", None)]
    assert not EventProposal.objects.exists()
    assert not EventSeats.objects.filter(title="Hidden").exists()
    assert hidden.page_id not in EventPage.objects.values_list("pk", flat=True)
