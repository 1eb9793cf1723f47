"""What members write and show reaches every page and feed, whatever it holds."""

from xml.etree import ElementTree

import pytest
from django.urls import reverse

from cluster.core.plain import plain
from directory import membership
from directory.models import ProfileListing, ProfilePage
from tests.factories.members import MemberFactory, confirmed_profile, ready_profile
from tests.media.files import picture, upload

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
TITLES = "{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}"


@pytest.fixture
def member(tree, client):
    member = MemberFactory()
    confirmed_profile(member, MemberFactory(email="editor@example.org", editor=True))
    client.force_login(member)
    client.cookies["django_language"] = "en"
    return member


@pytest.mark.parametrize("side", [30, 480, 481])
def test_a_profile_with_a_small_picture_is_a_page_like_any_other(client, member, side):
    small = upload(picture(size=(side, side)), "logo.jpg")
    client.post(reverse("my_profile:portrait"), {"picture": small})

    assert client.get("/fr/annuaire/ada-lux/").status_code == 200
    assert client.get(reverse("my_profile:preview")).status_code == 200


def test_a_feed_can_be_read_whatever_a_member_has_pasted(client, member):
    client.post("/me/profile/text/en/", {"headline": "Photo\x0bgraphs\ufffe of \u202elamps"})

    feed = ElementTree.fromstring(client.get("/en/directory/feed.xml").content)  # noqa: S314

    assert [one.text for one in feed.iterfind(f"{TITLES}title")] == ["Ada Lux"]
    assert ProfileListing.objects.get().summaries["en"]["headline"] == "Photo graphs  of lamps"


@pytest.mark.parametrize("name", ["Ada\nLux", "\u200b\u200b", "Ada\u2028Lux"])
def test_a_name_is_one_line_that_shows_something(client, member, name):
    refused = client.post(reverse("my_profile:about"), {"title": name, "kind": "studio"})

    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == ["title"]
    assert ProfilePage.objects.get().title == "Ada Lux"


@pytest.mark.parametrize("url", ["ftp://example.org/", "https://me:secret@evil.example/"])
def test_a_link_leads_to_a_website_and_carries_no_password(client, member, url):
    rows = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 0, "form-0-url": url}

    assert client.post(reverse("my_profile:links"), rows).status_code == 422
    assert (
        client.post(reverse("my_profile:add_work"), {"title": "A", "url": url}).status_code == 422
    )


@pytest.mark.parametrize("pk", ["9" * 19, "9" * 40])
def test_a_branch_that_no_number_holds_is_refused_beside_its_field(client, member, pk):
    refused = client.post(reverse("my_profile:skills"), {"branches": pk, "skills": "oboe"})

    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == ["branches"]
    assert 'value="oboe"' in refused.text


def test_a_work_sent_twice_is_one_work_with_its_picture_once(client, member):
    key = client.get(reverse("my_profile:add_work")).context["form"]["key"].value()
    for _click in range(2):
        sent = {"title": "Hall", "key": key, "pictures-alt": "A hall"}
        sent["pictures-picture"] = upload(picture(), "hall.jpg")
        assert client.post(reverse("my_profile:add_work"), sent).status_code == 302

    [work] = membership.draft_of(member).realisations.all()
    assert (work.title, len(work.images)) == ("Hall", 1)


def test_a_profile_that_is_shared_shows_its_own_name(client, member):
    page = client.get("/en/directory/ada-lux/").text

    assert '<meta property="og:title" content="Ada Lux">' in page
    assert '<meta property="og:description" content="I draw maps">' in page


def test_texts_within_lists_and_dicts_are_made_plain_and_numbers_left_alone():
    assert plain({"a": ["b\x00c", 1, None], "d": 2.5}) == {"a": ["b c", 1, None], "d": 2.5}


def test_what_was_typed_is_shown_to_nobody_else(client, member):
    other = MemberFactory(email="other@example.org")
    ready_profile(other, name="Bo Lux")
    client.get(reverse("my_profile:about"))
    del client.cookies["sessionid"]
    client.post(reverse("my_profile:about"), {"title": "Typed", "kind": "studio"})

    client.force_login(other)

    assert 'value="Bo Lux"' in client.get(reverse("my_profile:about")).text
