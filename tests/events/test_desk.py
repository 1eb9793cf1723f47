"""What editors do with an event's registrations: see, move, close, write, check in, download."""

import datetime as dt
import re
import uuid
from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import GroupPagePermission
from wagtail.users.models import UserProfile

from events.models import EventSeats, MailingCopy, Registration
from events.registering.mailing import send_copies
from events.registering.registration import accept, cancel, confirm, register
from tests.factories import events as make
from tests.factories.accounts import UserFactory
from tests.factories.members import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
TARGETS = ["event_people", "event_people_results", "event_write", "event_door"]


@pytest.fixture
def editor(client):
    client.force_login(MemberFactory(email="editor@example.org", editor=True))
    return client


@pytest.fixture
def event():
    page = make.event(title="Atelier", slug="atelier", registration="here", capacity=1)
    for name, answer in [("ana", "=1+1"), ("ben", "Poisson"), ("cleo", "Poisson")]:
        answers = {
            "qmenu": {"place": 0, "question": "=Menu", "answer": answer},
            "qchair": {"place": 1, "question": "Fauteuil", "answer": name == "ben"},
        }
        confirm(register(page, email=f"{name}@example.org", name=name, answers=answers))
    return page


def address(name, event):
    return reverse(name, args=[event.seats_id])


def person(name):
    return Registration.objects.get(name=name)


def standing():
    return dict(Registration.objects.values_list("name", "status"))


def move(editor, event, name, to):
    data = {"registration": person(name).pk, "to": to}
    return editor.post(address("event_move", event), data, follow=True)


def test_an_event_has_its_people_with_answers_to_narrow_by(editor, event):
    page = editor.get(address("event_people", event))
    assert [one.name for one in page.context["object_list"]] == ["ana", "ben", "cleo"]
    assert "=Menu: Poisson" in page.text

    def narrowed(query):
        found = editor.get(f"{address('event_people', event)}?{query}")
        return [one.name for one in found.context["object_list"]]

    assert narrowed("qmenu=Poisson") == ["ben", "cleo"]
    assert narrowed("qchair=True") == ["ben"]
    assert narrowed("status=waiting&qmenu=Poisson&q=cle") == ["cleo"]


def test_editors_see_whose_address_is_not_confirmed(editor, event):
    said = "Adresse non confirmée"
    assert editor.get(address("event_people", event)).text.count(said) == 0

    register(event, email="dan@example.org", name="dan")
    assert editor.get(address("event_people", event)).text.count(said) == 1
    cancel(person("dan"))
    assert editor.get(address("event_people", event)).text.count(said) == 0


def test_a_download_holds_answers_and_runs_nothing(editor, event):
    Registration.objects.filter(name="ana").update(persons=2)
    table = editor.get(address("event_people", event) + "?export=csv")
    lines = b"".join(table.streaming_content).decode().splitlines()
    assert "'=Menu" in lines[0]
    assert ("'=1+1" in lines[1], ",2," in lines[1]) == (True, True)

    book = editor.get(address("event_people", event) + "?export=xlsx")
    content = b"".join(book.streaming_content) if book.streaming else book.content
    cells = [cell for row in load_workbook(BytesIO(content)).active for cell in row]
    assert {cell.data_type for cell in cells if "1+1" in str(cell.value)} == {"s"}
    assert not any(cell.data_type == "f" for cell in cells)


@pytest.mark.parametrize("zone", ["", "Asia/Tokyo"])
def test_a_download_says_the_hours_of_the_event_as_clocks_there_do(editor, event, zone):
    """Whatever zone an editor has chosen: others read the file, which names none."""
    UserProfile.objects.update_or_create(
        user_id=editor.session["_auth_user_id"], defaults={"current_time_zone": zone}
    )
    moment = dt.datetime(2026, 7, 1, 22, 30, 15, 250_000, tzinfo=dt.UTC)
    Registration.objects.filter(name="ana").update(registered_at=moment)
    book = editor.get(address("event_people", event) + "?export=xlsx")
    rows = load_workbook(BytesIO(b"".join(book.streaming_content))).active.iter_rows(
        values_only=True
    )
    registered = next(rows).index("Inscrit le")
    assert next(rows)[registered] == dt.datetime(2026, 7, 2, 0, 30, 15)

    table = editor.get(address("event_people", event) + "?export=csv")
    assert ",2026-07-02 00:30:15," in b"".join(table.streaming_content).decode()


def test_people_are_moved_and_the_line_moves_with_them(editor, event):
    move(editor, event, "cleo", "seat")
    assert standing() == {"ana": "confirmed", "ben": "waiting", "cleo": "waiting"}

    move(editor, event, "cleo", "beyond")
    assert standing() == {"ana": "confirmed", "ben": "waiting", "cleo": "confirmed"}
    assert EventSeats.objects.get(pk=event.seats_id).taken == 2

    move(editor, event, "ana", "line")
    assert standing() == {"ana": "waiting", "ben": "waiting", "cleo": "confirmed"}

    move(editor, event, "cleo", "out")
    assert standing() == {"ana": "waiting", "ben": "offered", "cleo": "cancelled"}


@pytest.mark.parametrize("name", ["event_people", "event_people_results"])
def test_every_button_beside_a_person_carries_what_its_form_needs(event, name):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(MemberFactory(email="editor@example.org", editor=True))
    page = strict.get(address(name, event)).text
    forms = re.findall(r'<form class="event-moves".*?</form>', page, re.DOTALL)
    tokens = [re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', form) for form in forms]
    assert [len(found) for found in tokens] == [1, 1, 1]

    data = {"registration": person("ana").pk, "to": "out", "csrfmiddlewaretoken": tokens[0][0]}
    assert strict.post(address("event_move", event), data).status_code == 302
    assert standing()["ana"] == "cancelled"


def test_registration_is_closed_and_opened_again(editor, event):
    form = f"{event.link}registration/"
    dan = {"name": "Dan", "email": "dan@example.org"}
    editor.post(address("event_close", event), {"closed": "yes"})
    assert editor.post(form, dan).status_code == 200

    editor.post(address("event_close", event), {"closed": "no"})
    assert editor.post(form, dan).status_code == 302
    assert "Dan" in standing()


@pytest.mark.parametrize(
    ("audience", "names"),
    [("confirmed", ["ana"]), ("waiting", ["ben", "cleo"]), ("all", ["ana", "ben", "cleo"])],
)
def test_each_of_an_audience_gets_a_mail_once(
    editor, event, audience, names, django_capture_on_commit_callbacks
):
    form = {"audience": audience, "subject": "La salle", "text": "2e étage.", "key": uuid.uuid4()}
    for _twice in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            page = editor.post(address("event_write", event), form, follow=True)

    assert [one.to[0] for one in mail.outbox] == [f"{name}@example.org" for name in names]
    assert {one.subject for one in mail.outbox} == {"La salle"}
    assert person(names[0]).token in mail.outbox[0].body
    assert "2e étage." in page.text


def test_copies_that_fail_leave_later_and_the_others_not_again(
    editor, event, settings, django_capture_on_commit_callbacks
):
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    form = {"audience": "all", "subject": "La salle", "text": "2e étage.", "key": uuid.uuid4()}
    with django_capture_on_commit_callbacks(execute=True):
        assert editor.post(address("event_write", event), form).status_code == 302
    assert MailingCopy.objects.filter(sent_at=None).count() == 3

    settings.EMAIL_BACKEND = working
    mailing = MailingCopy.objects.first().mailing_id
    send_copies.call(mailing)
    send_copies.call(mailing)
    assert len(mail.outbox) == 3


@pytest.mark.parametrize("name", TARGETS)
def test_only_who_may_publish_the_event_sees_who_comes(client, event, name):
    client.force_login(MemberFactory(email="member@example.org"))
    assert client.get(address(name, event)).status_code == 403

    other = UserFactory(email="elsewhere@example.org")
    elsewhere = event_of_another_part(other)
    client.force_login(other)
    assert client.get(address(name, elsewhere)).status_code == 200
    assert client.get(address(name, event), follow=True).redirect_chain == [("/admin/", 302)]


def event_of_another_part(user):
    """An event in the English agenda, where alone this editor may publish."""
    group = user.groups.create(name="English agenda")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(
            codename=codename, content_type__app_label="wagtailcore"
        )
        GroupPagePermission.objects.create(
            group=group, page=make.agenda("en").page_ptr, permission=permission
        )
    return make.event(language="en", slug="talk", title="Talk", registration="here")


def test_the_list_of_all_events_leaves_out_those_of_others(client, event):
    other = UserFactory(email="elsewhere@example.org")
    register(event_of_another_part(other), email="zoe@example.org", name="zoe")
    client.force_login(other)

    page = client.get(reverse("event_registrations"))
    assert [one.name for one in page.context["object_list"]] == ["zoe"]


def test_my_space_shows_what_is_coming_with_its_link(client, event):
    member = MemberFactory(email="ben@example.org")
    cancel(person("ana"))
    accept(person("ben"))
    client.force_login(member)

    client.get("/me/")  # leads to the profile, once
    assert f"{event.link}registration/{person('ben').token}/" in client.get("/me/").text
