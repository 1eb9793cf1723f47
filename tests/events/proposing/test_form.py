"""The form in which members propose an event."""

import datetime as dt
import re

import pytest

from directory.models import Skill
from events.models import EventPage, EventProposal
from events.proposing import proposals
from events.proposing.wording import html_of, text_of
from tests.factories.events import DAY, agenda, proposal, tomorrow, typed
from tests.factories.members import MemberFactory
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


def test_it_is_written_below_the_agenda_of_its_language_and_once_only(me, member):
    key = "5f0c5f0c-1111-4222-8333-444455556666"

    first = me.post(NEW, typed(language="de", key=key, access_notes="Stufenlos."))
    second = me.post(NEW, typed(language="de", key=key))

    assert first["Location"] == second["Location"]
    page = EventProposal.objects.get().page
    assert (page.locale.language_code, page.live, page.owner) == ("de", False, member)
    assert page.access_notes == "Stufenlos."
    assert [one.name for one in page.people.all()] == ["Studio Lune"]


def test_the_same_form_of_two_members_is_two_proposals(me, member):
    key = "5f0c5f0c-1111-4222-8333-444455556666"
    me.post(NEW, typed(key=key))
    me.force_login(MemberFactory(email="eve@example.org"))

    assert me.post(NEW, typed(key=key)).status_code == 302
    assert EventProposal.objects.count() == 2


@pytest.mark.parametrize("title", ["\u65e5\u672c\u8a9e", "\u041c\u043e\u0441\u0442", "\U0001f3a8"])
def test_a_title_in_any_letters_has_an_address(me, title):
    answer = me.post(NEW, typed(title=title))

    assert answer.status_code == 302
    page = EventProposal.objects.get().page
    assert page.title == title
    assert re.fullmatch("page-[0-9a-f]{8}", page.slug)


def test_a_language_without_a_public_agenda_is_not_offered(me):
    agenda("de").unpublish()

    answer = me.post(NEW, typed(language="de"))

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["language"]
    assert "fr" in dict(answer.context["form"].fields["language"].choices)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "Nul\0"}, "title"),
        ({"locality": ""}, "locality"),
        ({"locality": "Atlantis"}, "locality"),
        ({"free": ""}, "price"),
        ({"event_type": "party"}, "event_type"),
        ({"registration_url": "javascript:alert(1)"}, "registration_url"),
        ({"branches": ["9" * 40]}, "branches"),
        ({"skills": "nobody has this"}, "skills"),
        ({"level": "guru"}, "level"),
        ({"kept": "9" * 40}, "kept"),
        ({"picture": upload(b"no picture", "a.jpg")}, "picture"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(me, changes, field):
    answer = me.post(NEW, typed(introduction="Kept words", **changes))

    assert answer.status_code == 422
    ((name, said),) = answer.context["form"].errors.items()
    assert (name, len(said)) == (field, len(set(said)))
    assert "Kept words" in answer.text
    assert not EventProposal.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"when-0-day": ""}, "day"),
        ({"when-0-day": "3000-01-01"}, "day"),
        ({"when-0-start": "", "when-0-end": "10:00"}, "start"),
        ({"when-0-end": "17:00"}, "end"),
        ({"when-0-last_day": "2020-01-01"}, "last_day"),
        ({"when-0-day": "2027-03-28", "when-0-start": "02:30"}, "start"),
        ({"when-0-uid": "x"}, "uid"),
    ],
)
def test_a_date_that_cannot_be_is_said_beside_its_row(me, changes, field):
    answer = me.post(NEW, typed(**changes))

    assert answer.status_code == 422
    assert [list(errors) for errors in answer.context["sessions"].errors] == [[field]]


@pytest.mark.parametrize(
    "changes",
    [
        {"when-0-day": "2020-05-31"},
        {"when-TOTAL_FORMS": "x"},
        {"when-TOTAL_FORMS": "0"},
        {"when-TOTAL_FORMS": "99999999"},
    ],
)
def test_it_needs_a_date_that_is_still_to_come(me, changes):
    answer = me.post(NEW, typed(**changes))

    assert answer.status_code == 422
    assert not EventProposal.objects.exists()


def test_what_editors_have_added_survives_a_change_by_its_proposer(me, member):
    found = proposal(by=member)
    draft = proposals.draft_of(found)
    draft.body, draft.registration = "<h2>Programme</h2><p>Un <b>café</b></p>", "here"
    proposals.save(draft, by=member)
    text = "Programme\n\nUn café"
    assert text_of(draft.body) == text

    me.post(f"/me/proposals/{found.pk}/edit/", typed(text=text))
    assert (row(found).body, row(found).registration) == (draft.body, "here")
    me.post(f"/me/proposals/{found.pk}/edit/", typed(text="<b>Un</b> thé"))
    assert row(found).body == html_of("<b>Un</b> thé") == "<p>&lt;b&gt;Un&lt;/b&gt; thé</p>"


def test_a_picture_that_came_with_a_wrong_form_need_not_be_chosen_again(me):
    answer = me.post(NEW, typed(title="", picture=upload(picture(), "a.jpg"), alt="Ink"))
    kept = answer.context["form"]["kept"].value()

    me.post(NEW, typed(kept=kept))

    assert EventProposal.objects.get().page.image.pk == int(kept)
    other = MemberFactory(email="eve@example.org")
    me.force_login(other)
    assert list(me.post(NEW, typed(kept=kept)).context["form"].errors) == ["kept"]


def test_nobody_proposes_without_end(me, settings):
    settings.ACCOUNT_RATE_LIMITS = {"event_proposal": "2/d/user"}

    answers = [me.post(NEW, typed(title=f"Atelier {n}")).status_code for n in range(3)]

    assert answers == [302, 302, 429]


def test_a_date_over_midnight_and_one_of_whole_days_are_kept_as_typed(me):
    night, days = tomorrow(), tomorrow() + 7 * DAY
    me.post(
        NEW,
        typed(
            **{"when-TOTAL_FORMS": "2", "when-0-start": "22:00", "when-0-end": "02:00"},
            **{"when-0-last_day": (night + DAY).isoformat()},
            **{"when-1-day": days.isoformat(), "when-1-last_day": (days + DAY).isoformat()},
        ),
    )

    found = EventProposal.objects.get()
    party, fair = found.page.sessions.all()
    assert party.end - party.start == dt.timedelta(hours=4)
    assert (fair.all_day, fair.first_day, fair.last_day) == (True, days, days + DAY)
    form = me.get(f"/me/proposals/{found.pk}/edit/").context["sessions"]
    assert [one["day"] for one in form.initial] == [night, days]


def test_skills_and_level_are_kept_and_shown_again(me):
    skill = Skill.objects.create(name="Sérigraphie", slug="serigraphie")
    kept = me.post(NEW, typed(skills="serigraphie", level="beginner"))

    page = EventProposal.objects.get().page.get_latest_revision_as_object()
    assert (list(page.skills.all()), page.level) == ([skill], "beginner")
    form = me.get(kept["Location"] + "edit/").context["form"]
    assert form["skills"].value() == "Sérigraphie"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "This is how others see it, once it is public:"),
        ({"live": True}, "This is how others see it:"),
        ({"live": True, "state": "cancelled"}, "This is how others see it:"),
    ],
    ids=["draft", "announced", "cancelled"],
)
def test_above_what_others_see_it_says_whether_they_do(me, member, fields, said):
    found = proposal(by=member)
    EventPage.objects.filter(pk=found.page_id).update(**fields)

    page = me.get(f"/me/proposals/{found.pk}/").text

    assert f'id="preview">{said}</h2>' in page
