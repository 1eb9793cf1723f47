"""What an event asks of who registers: how many they are, questions of its own, an agreement."""

import datetime as dt

import pytest
from django.core import mail

from events.models import EventPage, EventQuestion, Registration
from events.registering.forms import RegistrationForm, consent_key
from events.registering.registration import confirm, register
from events.registering.tending import send_letters
from tests.factories import events as make
from tests.factories.members import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
NOW = dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC)
CONSENT = consent_key("Photos permises.")
MENU = "Végétarien\nPoisson\n\nPoisson"


@pytest.fixture
def event(time_machine):
    time_machine.move_to(NOW, tick=False)
    page = make.event(
        title="Dîner",
        slug="diner",
        registration="here",
        capacity=6,
        max_persons=4,
        consent="Photos permises.",
    )
    page.questions = [
        EventQuestion(label="Que mangez-vous ?", kind="choice", options=MENU, required=True),
        EventQuestion(label="Fauteuil roulant", kind="tick"),
        EventQuestion(label="Un mot", kind="long"),
    ]
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)


def filled(event, **changes):
    menu, chair, word = [one.key for one in event.questions.all()]
    sound = {
        "name": "Ana",
        "email": "ana@example.org",
        "persons": "3",
        menu: "Poisson",
        chair: "on",
        word: "À bientôt\x0b!",
        CONSENT: "on",
    }
    return sound | changes


def test_answers_persons_and_agreement_are_kept_with_the_registration(event, client):
    response = client.post(f"{event.link}registration/", filled(event))

    assert response.status_code == 302
    kept = Registration.objects.get()
    assert [(one["question"], one["answer"]) for one in kept.given_answers.values()] == [
        ("Que mangez-vous ?", "Poisson"),
        ("Fauteuil roulant", True),
        ("Un mot", "À bientôt !"),
    ]
    assert (kept.persons, kept.consent, kept.consented_at) == (3, "Photos permises.", NOW)
    assert kept.seats.taken == 3


def test_who_is_logged_in_need_not_type_their_name_and_address(event, client):
    anonymous = client.get(f"{event.link}registration/").context["form"]
    assert [anonymous[name].value() for name in ("name", "email")] == [None, None]
    client.force_login(MemberFactory(name="Ana Weber", email="ana@example.org"))

    form = client.get(f"{event.link}registration/").context["form"]

    assert [form[name].value() for name in ("name", "email")] == ["Ana Weber", "ana@example.org"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("persons", "5"), ("persons", "0"), ("menu", "Viande"), ("menu", ""), (CONSENT, "")],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(event, client, field, value):
    menu = event.questions.first().key
    name = menu if field == "menu" else field
    response = client.post(f"{event.link}registration/", filled(event, **{name: value}))

    assert list(response.context["form"].errors) == [name]
    assert 'value="Ana"' in response.text
    assert "À bientôt" in response.text
    assert not Registration.objects.exists()


def test_what_people_agree_to_is_asked_again_where_it_changed(event, client):
    event.consent = "Photos et films permis."
    event.save_revision().publish()
    response = client.post(f"{event.link}registration/", filled(event))

    assert list(response.context["form"].errors) == [consent_key(event.consent)]
    assert not Registration.objects.exists()


@pytest.mark.parametrize(
    "name",
    [
        *("\u200b", "\u202e", "win.example.org", "Win.Example", "vi@example", "example.\u200borg"),
        *("\U0001f600.ws", "win.\u092d\u093e\u0930\u0924", "cafe\u0301.lu"),
    ],
)
def test_a_name_that_shows_nothing_or_is_an_address_is_refused(event, name):
    form = RegistrationForm(filled(event, name=name), event=event)

    assert list(form.errors) == ["name"]


@pytest.mark.parametrize("name", ["J. R. Ewing", "Dr. Ana O'Neill-Üç", "J.R. Ewing", "A.\u202eB."])
def test_a_name_is_kept_as_it_is_seen(event, name):
    form = RegistrationForm(filled(event, name=name), event=event)

    assert form.is_valid()
    assert form.registration["name"] == name.replace("\u202e", "")


@pytest.mark.parametrize(
    ("typed", "kept"), [("J.P.Weber", "J.P. Weber"), ("Dr.Émile", "Dr. Émile")]
)
def test_initials_are_set_apart_and_no_program_takes_a_name_for_an_address(event, typed, kept):
    form = RegistrationForm(filled(event, name=typed), event=event)

    assert form.is_valid()
    assert form.registration["name"] == kept


def test_an_event_that_asks_nothing_has_two_fields(tree):
    event = make.event(registration="here")

    assert list(RegistrationForm(event=event).fields) == ["name", "email"]


def test_a_group_is_no_larger_than_the_room(event):
    event.capacity = event.seats.capacity = 2

    assert RegistrationForm(event=event).fields["persons"].max_value == 2


def test_translations_of_a_question_share_its_column(event):
    english = event.copy_for_translation(make.agenda("en").locale, copy_parents=False, alias=False)
    keys = [one.key for one in event.questions.all()]

    assert [one.key for one in english.questions.all()] == keys


def test_a_copied_event_has_questions_of_its_own(event):
    copied = event.copy(update_attrs={"slug": "diner-2", "title": "Dîner 2"})
    asked = [one.label for one in copied.questions.all()]

    assert asked == ["Que mangez-vous ?", "Fauteuil roulant", "Un mot"]
    assert not {one.key for one in copied.questions.all()} & {
        one.key for one in event.questions.all()
    }


def test_the_form_says_when_seats_are_left_for_a_group_that_waits(event, client):
    register(event, email="a@example.org", name="A", persons=4)
    confirm(register(event, email="b@example.org", name="B", persons=4))
    text = client.get(f"{event.link}registration/").text

    assert "group that waits" in text or "groupe" in text
    register(event, email="c@example.org", name="C")
    assert Registration.objects.get(name="C").status == "waiting"


@pytest.mark.parametrize("state", ["over", "cancelled", "closed"])
def test_the_form_says_in_words_why_nobody_can_register(event, client, time_machine, state):
    if state == "over":
        time_machine.shift(3 * make.DAY)
    elif state == "closed":
        event.seats.closed = True
        event.seats.save()
    else:
        event.state = state
        event.save_revision().publish()
    response = client.post(f"{event.link}registration/", filled(event))

    words = {
        "over": ("over", "terminé", "passé"),
        "cancelled": ("cancelled", "annulé"),
        "closed": ("closed", "closes", "fermé", "clôtur"),
    }
    assert any(word in response.text for word in words[state])
    assert not Registration.objects.exists()


def test_registering_works_while_no_mail_leaves_and_the_letter_follows(
    event, client, settings, django_capture_on_commit_callbacks
):
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(f"{event.link}registration/", filled(event))
    assert response.status_code == 302
    assert send_letters(NOW) == (0, 1)

    settings.EMAIL_BACKEND = working
    assert send_letters(NOW) == (1, 0)
    assert send_letters(NOW) == (0, 0)
    assert [one.to for one in mail.outbox] == [["ana@example.org"]]
