import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from events.models import EventPage
from events.registering.registration import register
from tests.factories import events as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, tree):
    user = get_user_model().objects.create_superuser("editor@example.org", "demo")
    client.force_login(user)
    return client


def form(*sessions, **fields):
    return nested_form_data(
        {
            "title": "Atelier gravure",
            "slug": "atelier-gravure",
            "event_type": "workshop",
            "introduction": "Sur métal.",
            "body": rich_text("<p>On grave.</p>"),
            "state": "announced",
            "format": "on-site",
            "venue": "Presse",
            "locality": "Clervaux",
            "free": "on",
            "registration": "none",
            "registration_for": "event",
            "max_persons": "1",
            "comments": inline_formset([]),
            "sessions": inline_formset(sessions),
            "people": inline_formset([]),
            "questions": inline_formset([]),
            "programme": inline_formset([]),
            "documents": streamfield([]),
            "pictures": streamfield([]),
            "recap": streamfield([]),
            "action-publish": "1",
            **fields,
        }
    )


def create(editor, data):
    address = reverse("wagtailadmin_pages:add", args=["events", "eventpage", make.agenda().pk])
    assert editor.get(address).status_code == 200
    return editor.post(address, data)


def test_an_editor_publishes_an_event(editor):
    response = create(editor, form({"start": "2026-05-01 18:00", "end": "2026-05-01 20:00"}))

    assert response.status_code == 302
    event = EventPage.objects.get()
    assert event.live
    assert event.sessions.get().start.isoformat() == "2026-05-01T16:00:00+00:00"
    assert event.latitude == pytest.approx(50.05, abs=0.01)


def test_an_address_made_of_a_title_has_no_accents(editor):
    """The browser makes it, as it is told to."""
    address = reverse("wagtailadmin_pages:add", args=["events", "eventpage", make.agenda().pk])

    field = BeautifulSoup(editor.get(address).text, "html.parser").select_one("#id_slug")

    assert "w-slug" in field["data-controller"]
    assert "data-w-slug-allow-unicode-value" not in field.attrs


@pytest.mark.parametrize(
    ("sessions", "fields", "message"),
    [
        ([], {}, "Un événement a besoin|An event needs at least one session"),
        (
            [{"start": "2026-05-02 18:00", "end": "2026-05-01 20:00"}],
            {},
            "La fin ne|The end must not be before the start.",
        ),
        (
            [{"start": "2026-05-01 18:00", "end": "2026-05-01 20:00"}],
            {"registration": "elsewhere"},
            "Où s|Where do people register?",
        ),
    ],
    ids=["no session", "end before start", "no address"],
)
def test_an_editor_is_told_what_is_missing(editor, sessions, fields, message):
    response = create(editor, form(*sessions, **fields))

    assert response.status_code == 200
    assert any(one in response.text for one in message.split("|"))
    assert not EventPage.objects.exists()


def test_editors_read_and_export_who_registered(editor):
    event = make.event(title="Atelier", registration="here", capacity=5)
    register(event, email="ana@example.org", name="Ana")

    page = editor.get(reverse("event_registrations"))
    table = editor.get(reverse("event_registrations") + "?export=csv")

    assert "ana@example.org" in page.text
    assert b"ana@example.org" in b"".join(table.streaming_content)


def test_a_name_that_is_a_formula_is_exported_as_text(editor):
    event = make.event(title="Atelier", registration="here", capacity=5)
    register(event, email="ana@example.org", name='=HYPERLINK("https://evil.example")')

    table = editor.get(reverse("event_registrations") + "?export=csv")

    assert b",=" not in (text := b"".join(table.streaming_content).replace(b'"', b""))
    assert b",'=HYPERLINK" in text


def test_nobody_else_reads_who_registered(client, tree):
    user = get_user_model().objects.create_user("member@example.org", "demo")
    client.force_login(user)

    assert client.get(reverse("event_registrations")).status_code in (302, 403)


def test_every_field_of_the_form_is_called_by_a_word_that_begins_large(editor):
    address = reverse("wagtailadmin_pages:add", args=["events", "eventpage", make.agenda().pk])
    fields = editor.get(address).context["form"].fields.values()

    assert [label for one in fields if (label := str(one.label))[:1].islower()] == []
