"""What the profile editor answers to those who mean ill, and to those who are only unlucky."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from directory import membership
from tests.factories.members import MemberFactory, ready_profile

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary files of renditions to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

PAGES = [
    "about",
    "skills",
    "availability",
    "portrait",
    "place",
    "team",
    "links",
    "contact",
    "works",
]
PAGES += ["editor", "who", "what", "where", "add_work", "preview"]
ACTIONS = ["submit", "withdraw", "unpublish"]
OWN = {"title": "Town hall", "pictures-alt": "A hall"}


@pytest.fixture
def member(tree, client):
    member = MemberFactory()
    ready_profile(member)
    client.force_login(member)
    client.cookies["django_language"] = "en"
    return member


def picture(name="p.jpg", content=None):
    if content is None:
        file = BytesIO()
        Image.new("RGB", (200, 100)).save(file, "JPEG")
        content = file.getvalue()
    return SimpleUploadedFile(name, content, "image/jpeg")


def add_work(client, **data):
    return client.post(reverse("my_profile:add_work"), {**OWN, **data})


def works(member):
    return list(membership.draft_of(member).realisations.all())


def test_a_picture_need_not_be_chosen_again_when_something_else_is_wrong(client, member):
    wrong = add_work(client, title="", **{"pictures-picture": picture()})
    [image] = get_image_model().objects.filter(uploaded_by_user=member)

    right = add_work(client, **{"pictures-kept": image.pk})

    assert wrong.status_code == 422
    assert "Your picture is here." in wrong.text
    assert f'name="pictures-kept" value="{image.pk}"' in wrong.text
    assert right.status_code == 302
    [work] = works(member)
    assert [(one.value.pk, one.value.contextual_alt_text) for one in work.images] == [
        (image.pk, "A hall")
    ]


def test_nobody_takes_the_picture_of_another(client, member):
    other = MemberFactory()
    client.force_login(other)
    ready_profile(other)
    add_work(client, title="", **{"pictures-picture": picture()})
    [image] = get_image_model().objects.filter(uploaded_by_user=other)
    client.force_login(member)

    response = add_work(client, **{"pictures-kept": image.pk})

    assert response.status_code == 422
    assert "Please choose it again." in response.text
    assert works(member) == []


@pytest.mark.parametrize("kept", ["x", "99999999999999999999", "\x00", "-1"])
def test_a_picture_that_never_was_is_asked_for_again(client, member, kept):
    response = add_work(client, **{"pictures-kept": kept})

    assert response.status_code == 422
    assert 'value="Town hall"' in response.text


def test_the_work_of_another_is_not_found(client, member):
    other = MemberFactory()
    client.force_login(other)
    ready_profile(other)
    address = add_work(client)["Location"]
    [theirs] = works(other)
    address = reverse("my_profile:work", args=[theirs.key])
    client.force_login(member)

    answers = [client.get(address), client.post(address, OWN)]
    client.post(reverse("my_profile:works"), {"delete": str(theirs.key)})

    assert [answer.status_code for answer in answers] == [404, 404]
    assert [work.title for work in works(other)] == ["Town hall"]


@pytest.mark.parametrize("content", [b"", b"<svg onload=alert(1)>", b"\xff\xd8\xff\xe0" * 99])
def test_a_file_that_lies_about_its_type_is_refused_and_words_are_kept(client, member, content):
    response = add_work(client, **{"pictures-picture": picture(content=content)})

    assert response.status_code == 422
    assert 'value="Town hall"' in response.text
    assert get_image_model().objects.filter(uploaded_by_user=member).count() == 0


@pytest.mark.parametrize(
    ("name", "args", "data", "field"),
    [
        ("text", ["en"], {"headline": "Kept", "body": "x" * 5_000_000}, "headline"),
        ("text", ["en"], {"headline": "Kept", "body": "a\x00b"}, "headline"),
        ("add_work", [], {"title": "Kept", "description": "a\x00b"}, "title"),
        ("add_work", [], {"title": "Kept", "year": "\x00"}, "title"),
        ("add_work", [], {"title": "Kept", "url": "javascript:alert(1)"}, "title"),
        ("add_work", [], {"title": "Kept", "year": "9" * 400}, "title"),
        ("skills", [], {"skills": "Kept,a\x00b"}, "skills"),
        ("place", [], {"locality": "Kept\x00", "location": "", "precision": "exact"}, "locality"),
    ],
)
def test_bad_text_gets_a_message_and_the_rest_is_kept(client, member, name, args, data, field):
    before = membership.draft_of(member).serializable_data()

    response = client.post(reverse(f"my_profile:{name}", args=args), data)

    assert response.status_code == 422
    assert "Kept" in response.text
    assert "errorlist" in response.text
    assert membership.draft_of(member).serializable_data() == before


def test_pictures_are_ordered_by_buttons(client, member):
    add_work(client, **{"pictures-picture": picture()})
    [work] = works(member)
    address = reverse("my_profile:work", args=[work.key])
    first = work.images[0].id
    alt = {f"pictures-alt-{first}": "A hall"}
    client.post(address, {**OWN, **alt, "pictures-picture": picture(), "pictures-alt": "A door"})
    [work] = works(member)
    alts = {f"pictures-alt-{one.id}": one.value.contextual_alt_text for one in work.images}

    client.post(address, {"title": "Town hall", **alts, "later": first})

    [work] = works(member)
    assert [one.value.contextual_alt_text for one in work.images] == ["A door", "A hall"]


def test_a_tapped_skill_is_in_the_form_and_not_saved(client, member):
    response = client.post(
        reverse("my_profile:skills"), {"skills": "Maps, ", "branches": [], "add": "Oboe"}
    )

    assert response.status_code == 200
    assert 'value="Maps, Oboe"' in response.text
    assert list(membership.draft_of(member).skills.all()) == []


def asked(client):
    """The answer of every address, read and written to."""
    pages = [reverse(f"my_profile:{name}") for name in PAGES if name != "who"]
    pages += [reverse("my_profile:text", args=["en"]), reverse("my_profile:work", args=[uuid4()])]
    actions = [reverse(f"my_profile:{name}") for name in ACTIONS]
    return [*map(client.get, pages), *map(client.post, [*pages, *actions])]


def test_strangers_are_asked_to_log_in_at_every_address(client, tree):
    answers = {(a.status_code, a["Location"].split("?")[0]) for a in asked(client)}

    assert answers == {(302, "/account/login/")}


@pytest.mark.parametrize("role", ["newcomer", "editor"])
def test_who_has_no_profile_is_led_to_the_first_step(client, tree, role):
    client.force_login(MemberFactory(editor=role == "editor"))

    answers = {(answer.status_code, answer["Location"]) for answer in asked(client)}

    assert answers == {(302, "/me/profile/start/who/")}


def test_a_member_reads_every_page_of_their_own(client, member):
    answers = {name: client.get(reverse(f"my_profile:{name}")).status_code for name in PAGES}

    assert answers == dict.fromkeys(PAGES, 200)
    assert client.get(reverse("my_profile:text", args=["de"])).status_code == 200
    assert client.get(reverse("my_profile:work", args=[uuid4()])).status_code == 404


def test_only_the_preview_says_how_to_go_back(client, member):
    preview = client.get(reverse("my_profile:preview")).text

    assert "Back to my profile" in preview
