"""Joining and the profile editor, as a member's browser sees them."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from directory import membership
from directory.models import Branch, ProfilePage
from tests.factories.members import MemberFactory, confirmed_profile, ready_profile

pytestmark = pytest.mark.django_db

WHO = {"title": "Ada Lux", "kind": "freelancer", "language": "fr", "headline": "Je dessine"}


@pytest.fixture
def member(tree, client):
    member = MemberFactory()
    client.force_login(member)
    client.cookies["django_language"] = "en"
    return member


@pytest.fixture
def branch(db):
    return Branch.objects.get_or_create(slug="design", defaults={"names": {"en": "Design"}})[0]


def post(client, name, data, *args):
    return client.post(reverse(f"my_profile:{name}", args=args), data)


def test_three_steps_make_a_draft_and_lead_to_the_editor(client, member, branch):
    ways = [
        post(client, "who", WHO),
        post(client, "what", {"branches": [branch.pk], "skills": "Maps, 3D, maps"}),
        post(client, "where", {"locality": "Esch", "location": "", "precision": "locality"}),
    ]

    assert [way["Location"] for way in ways] == [
        "/me/profile/start/what/",
        "/me/profile/start/where/",
        "/me/profile/",
    ]
    draft = membership.draft_of(member)
    assert (draft.title, draft.kind, draft.live) == ("Ada Lux", "freelancer", False)
    assert [(text.language, text.headline) for text in draft.texts.all()] == [("fr", "Je dessine")]
    assert sorted(skill.name for skill in draft.skills.all()) == ["3D", "Maps"]
    assert [one.slug for one in draft.branches.all()] == ["design"]
    assert (draft.locality, draft.precision) == ("Esch-sur-Alzette", "locality")


def test_a_step_shows_again_what_was_saved_in_it(client, member):
    post(client, "who", WHO)

    page = client.get(reverse("my_profile:who")).text

    assert 'value="Ada Lux"' in page
    assert "Je dessine" in page


def test_going_back_to_the_first_step_makes_no_second_profile(client, member):
    post(client, "who", WHO)
    post(client, "who", {**WHO, "title": "Ada L.", "headline": "Je peins"})

    draft = membership.draft_of(member)
    assert (ProfilePage.objects.count(), draft.title) == (1, "Ada L.")
    assert [text.headline for text in draft.texts.all()] == ["Je peins"]


def test_a_later_step_without_a_profile_leads_to_the_first(client, member):
    assert client.get(reverse("my_profile:where"))["Location"] == reverse("my_profile:who")


def test_four_branches_are_refused_and_what_was_typed_stays(client, member):
    post(client, "who", WHO)
    four = list(Branch.objects.all()[:4]) or [
        Branch.objects.create(slug=f"b{n}", names={"en": f"B{n}"}) for n in range(4)
    ]

    response = post(client, "what", {"branches": [b.pk for b in four], "skills": "Maps"})

    assert response.status_code == 422
    assert "Choose three branches at most." in response.text
    assert 'value="Maps"' in response.text
    assert not membership.draft_of(member).branches.all()


@pytest.mark.parametrize(
    ("skills", "message"),
    [
        ("x" * 51, "is too long for a skill"),
        (",".join(f"skill {n}" for n in range(31)), "At most 30 skills; these are 31."),
    ],
)
def test_skills_have_measure(client, member, branch, skills, message):
    post(client, "who", WHO)

    response = post(client, "skills", {"branches": [branch.pk], "skills": skills})

    assert response.status_code == 422
    assert message in response.text


def test_skills_others_have_are_offered_and_drafts_are_not(client, member, branch):
    ready_profile(member)
    editor, public, hidden = MemberFactory(editor=True), MemberFactory(), MemberFactory()
    confirmed_profile(public, editor, skills=["Calligraphy"])
    ready_profile(hidden, skills=["Secret"])

    page = client.get(reverse("my_profile:skills")).text

    assert "Calligraphy" in page
    assert "Secret" not in page


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("about", {"title": "Studio Lux", "kind": "studio"}),
        ("availability", {"availability": "limited", "languages": ["fr", "de"]}),
        ("contact", {"contact_email": "ada@example.org"}),
    ],
)
def test_a_section_is_saved_and_nothing_else_changes(client, member, name, data):
    before = ready_profile(member)

    assert post(client, name, data)["Location"] == "/me/profile/"

    draft = membership.draft_of(member)
    assert {key: getattr(draft, key) for key in data} == data
    assert [text.headline for text in draft.texts.all()] == ["I draw maps"]
    assert draft.locality == before.locality


def test_a_text_in_another_language_is_added_and_taken_away(client, member):
    ready_profile(member)

    post(client, "text", {"headline": "Ich zeichne", "body": "Karten."}, "de")
    added = [(t.language, t.headline) for t in membership.draft_of(member).texts.all()]
    post(client, "text", {"remove": "1"}, "de")
    left = [t.language for t in membership.draft_of(member).texts.all()]

    assert added == [("en", "I draw maps"), ("de", "Ich zeichne")]
    assert left == ["en"]


def test_a_language_the_site_does_not_have_is_not_found(client, member):
    ready_profile(member)

    assert client.get("/me/profile/text/xx/", follow=True).status_code == 404


def test_rows_are_added_and_an_emptied_one_goes(client, member):
    ready_profile(member)
    count = {"form-TOTAL_FORMS": "4", "form-INITIAL_FORMS": "1"}
    post(client, "team", {**count, "form-0-name": "Bo", "form-0-role": "", "form-1-name": "Cy"})
    both = [person.name for person in membership.draft_of(member).team.all()]
    post(client, "team", {**count, "form-0-name": "", "form-1-name": "Cy"})

    assert both == ["Bo", "Cy"]
    assert [person.name for person in membership.draft_of(member).team.all()] == ["Cy"]


def test_a_broken_address_among_the_links_is_named_and_kept(client, member):
    ready_profile(member)
    count = {"form-TOTAL_FORMS": "3", "form-INITIAL_FORMS": "0"}

    response = post(client, "links", {**count, "form-0-url": "javascript:alert(1)"})

    assert response.status_code == 422
    assert "Enter a valid URL." in response.text
    assert "javascript:alert(1)" in response.text


def test_a_work_keeps_its_picture_and_words_when_it_changes(client, member):
    ready_profile(member)
    file = BytesIO()
    Image.new("RGB", (200, 100)).save(file, "JPEG")
    picture = SimpleUploadedFile("p.jpg", file.getvalue(), "image/jpeg")

    added = client.post(
        reverse("my_profile:add_work"),
        {"title": "Town hall", "pictures-picture": picture, "pictures-alt": "A hall"},
    )
    [work] = membership.draft_of(member).realisations.all()
    client.post(
        added["Location"], {"title": "Hall", f"pictures-alt-{work.images[0].id}": "A big hall"}
    )

    [work] = membership.draft_of(member).realisations.all()
    assert (work.title, [one.value.contextual_alt_text for one in work.images]) == (
        "Hall",
        ["A big hall"],
    )
    assert work.images[0].value.uploaded_by_user == member


def test_what_was_typed_survives_the_end_of_the_session(client, member):
    ready_profile(member)
    client.get(reverse("my_profile:about"))
    del client.cookies["sessionid"]

    away = post(client, "about", {"title": "Typed", "kind": "studio"})
    client.force_login(member)
    page = client.get(reverse("my_profile:about"))

    assert away["Location"] == "/account/login/?next=/me/profile/about/"
    assert 'value="Typed"' in page.text
    assert "It is not saved yet." in page.text
    assert 'value="Ada Lux"' in client.get(reverse("my_profile:about")).text


def test_submitting_twice_at_once_is_one_submission(client, member):
    page = ready_profile(member)

    assert post(client, "submit", {}).status_code == 302
    assert post(client, "submit", {}).status_code == 302

    assert page.workflow_states.count() == 1
    assert "Your profile is with our editors." in client.get("/me/profile/").text


def test_an_incomplete_profile_is_not_sent_and_says_why(client, member):
    post(client, "who", WHO)

    post(client, "submit", {})

    page = client.get("/me/profile/").text
    assert "Choose your branches" in page
    assert "Your profile is a draft." in page


def test_the_space_says_where_the_profile_stands(client, member):
    page = ready_profile(member)
    membership.submit(page, by=member)
    task_state = ProfilePage.objects.get().current_workflow_task_state
    editor = MemberFactory(editor=True)
    task_state.task.specific.on_action(task_state, editor, "reject", comment="Name your studio.")

    space = client.get("/me/").text

    assert "Your profile needs a change before it can be public." in space
    assert "Name your studio." in space


def test_a_newcomer_is_led_to_the_first_step_once(client, member):
    assert client.get("/me/")["Location"] == "/me/profile/start/who/"
    assert client.get("/me/").status_code == 200


@pytest.mark.parametrize("verb", ["submit", "withdraw", "unpublish"])
def test_what_changes_something_is_not_a_link(client, member, verb):
    ready_profile(member)

    assert client.get(reverse(f"my_profile:{verb}")).status_code == 405


def test_no_draft_of_mine_or_another_is_public(client, member):
    draft = ready_profile(member)
    client.logout()

    assert client.get(f"/fr/annuaire/{draft.slug}/").status_code == 404


def test_members_never_enter_the_admin(client, member):
    page = confirmed_profile(member, MemberFactory(editor=True))

    answers = [client.get(f"/admin/{path}").status_code for path in ("", f"pages/{page.pk}/edit/")]

    assert answers == [403, 403]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("about", {"title": "\x00", "kind": "freelancer"}),
        ("about", {"title": "x" * 5_000_000, "kind": "freelancer"}),
        ("about", {"title": "<script>alert(1)</script>", "kind": "nobody"}),
        ("place", {"locality": "Atlantis", "location": "SRID=9;POINT(a b)", "precision": "x"}),
        ("skills", {"branches": ["x", "99999999999999999999"], "skills": "\x00"}),
        ("team", {}),
        ("links", {"form-TOTAL_FORMS": "9999999", "form-INITIAL_FORMS": "-1"}),
        ("availability", {"availability": "'--", "languages": ["xx"]}),
        ("contact", {"contact_email": "a@b\r\nBcc: c@d"}),
    ],
)
def test_hostile_input_gets_a_message_and_changes_nothing(client, member, name, data):
    ready_profile(member)
    before = membership.draft_of(member).serializable_data()

    response = post(client, name, data)

    assert response.status_code in {413, 422, 400}
    assert membership.draft_of(member).serializable_data() == before
