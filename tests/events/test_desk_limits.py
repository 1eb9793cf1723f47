"""What the desk of an event refuses, leaves out or says again."""

import uuid
from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import GroupPagePermission

from events.models import EventMailing, Registration
from events.registering.registration import confirm, register
from tests.factories import events as make
from tests.factories.accounts import UserFactory
from tests.factories.members import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


@pytest.fixture
def editor(client):
    client.force_login(MemberFactory(email="editor@example.org", editor=True))
    return client


@pytest.fixture
def event():
    page = make.event(title="Atelier", slug="atelier", registration="here", capacity=2)
    for name in ("ana", "ben", "cleo"):
        register(page, email=f"{name}@example.org", name=name)
    confirm(Registration.objects.get(name="ana"))
    return page


def address(name, event):
    return reverse(name, args=[event.seats_id])


def test_other_words_from_a_form_that_was_sent_are_asked_about_and_then_sent(
    editor, event, django_capture_on_commit_callbacks
):
    form = {"audience": "all", "subject": "La salle", "text": "2e étage.", "key": uuid.uuid4()}
    editor.post(address("event_write", event), form)
    form["text"] = "3e étage."
    asked = editor.post(address("event_write", event), form).context["form"]
    assert list(asked.errors) == ["__all__"]
    assert (asked["text"].value(), EventMailing.objects.count()) == ("3e étage.", 1)

    form["key"] = asked["key"].value()
    with django_capture_on_commit_callbacks(execute=True):
        assert editor.post(address("event_write", event), form).status_code == 302
    assert "3e étage." in mail.outbox[0].body


@pytest.mark.parametrize(
    ("state", "names"), [("announced", ["ana"]), ("cancelled", ["ana", "ben", "cleo"])]
)
def test_who_has_not_confirmed_their_address_hears_only_that_it_is_cancelled(
    editor, event, state, names
):
    event.state = state
    event.save_revision().publish()
    form = {"audience": "all", "subject": "La salle", "text": "2e étage.", "key": uuid.uuid4()}
    editor.post(address("event_write", event), form)

    copies = EventMailing.objects.get().copies.values_list("registration__name", flat=True)
    assert sorted(copies) == names


def test_the_filter_by_event_names_no_events_of_others(client, event):
    other = UserFactory(email="elsewhere@example.org")
    group = other.groups.create(name="English agenda")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    publish = Permission.objects.get(codename="publish_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(
        group=group, page=make.agenda("en").page_ptr, permission=publish
    )
    talk = make.event(language="en", slug="talk", title="Talk", registration="here")
    register(talk, email="zoe@example.org", name="zoe")
    client.force_login(other)

    page = client.get(reverse("event_registrations"))
    events = page.context["filters"].form.fields["seats"].queryset
    assert [one.title for one in events] == ["Talk"]


def test_a_download_leaves_out_what_a_table_cannot_hold(editor, event):
    Registration.objects.filter(name="ana").update(name="A\x01na", email='"\x01"@example.org')
    book = editor.get(address("event_people", event) + "?export=xlsx")

    content = b"".join(book.streaming_content) if book.streaming else book.content
    cells = [cell.value for row in load_workbook(BytesIO(content)).active for cell in row]
    assert "A na" in cells


def test_the_door_searches_for_no_more_words_than_a_database_takes(editor, event):
    page = editor.get(address("event_door", event), {"q": "an " * 1500})

    assert [one.registration.name for one in page.context["rows"]] == ["ana"]
