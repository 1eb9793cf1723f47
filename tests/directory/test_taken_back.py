"""What an editor has taken off the site or locked, and what a public profile cannot do without."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from directory import membership
from directory.membership import State
from directory.models import ProfilePage
from directory.showcase import Showcase
from tests.factories.accounts import UserFactory
from tests.factories.members import MemberFactory, confirmed_profile

pytestmark = pytest.mark.django_db
BULK = "/admin/bulk/wagtailcore/page/unpublish/"


@pytest.fixture
def member(tree, client):
    member = MemberFactory()
    editor = MemberFactory(email="editor@example.org", editor=True)
    confirmed_profile(member, editor)
    client.force_login(editor)
    client.cookies["django_language"] = "en"
    return member


def stored():
    return ProfilePage.objects.get()


def state():
    return membership.state_of(stored()).code


@pytest.mark.parametrize("way", ["one", "bulk", "program"])
def test_what_an_editor_takes_off_the_site_waits_for_review_again(client, member, way):
    page = stored()
    if way == "one":
        client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    elif way == "bulk":
        client.post(f"{BULK}?id={page.pk}&next=/admin/")
    else:
        Page.objects.get(pk=page.pk).unpublish()
    assert not stored().live

    membership.submit(stored(), by=member)

    assert (state(), stored().live) == (State.WAITING, False)


def test_what_a_member_takes_off_the_site_returns_without_review(member):
    membership.unpublish(stored(), by=member)
    assert not stored().live

    membership.submit(stored(), by=member)

    assert stored().live


def test_a_page_that_an_editor_has_locked_stays_as_it_is(client, member):
    Page.objects.filter(pk=stored().pk).update(locked=True)
    client.force_login(member)

    refused = client.post(reverse("my_profile:about"), {"title": "Bo", "kind": "studio"})
    removed = client.post("/me/profile/text/en/", {"remove": "1"}, follow=True)
    moved = client.post(reverse("my_profile:works"), {"delete": "anything"}, follow=True)

    assert "The editors are working on your profile." in moved.text
    assert refused.status_code == 422
    assert "The editors are working on your profile." in refused.text
    assert 'value="Bo"' in refused.text
    assert "The editors are working on your profile." in removed.text
    assert (stored().title, stored().texts.count()) == ("Ada Lux", 1)


def test_a_public_profile_keeps_a_place_and_a_text(client, member):
    client.force_login(member)

    place = client.post(
        reverse("my_profile:place"), {"locality": "", "location": "", "precision": "locality"}
    )
    removed = client.post("/me/profile/text/en/", {"remove": "1"}, follow=True)

    assert place.status_code == 422
    assert "Say in one sentence what you do" in removed.text
    draft = membership.draft_of(member)
    assert (draft.locality, draft.texts.count()) == ("Esch-sur-Alzette", 1)


def test_who_is_logged_out_comes_back_to_their_profile_from_a_button(client, member):
    client.logout()

    away = client.post(reverse("my_profile:submit"))

    assert away["Location"] == "/account/login/?next=/me/profile/"


def test_a_profile_is_copied_without_its_member_and_translated_never(client, member):
    client.force_login(UserFactory(email="admin@example.org", is_superuser=True, is_staff=True))
    page = stored()
    copy = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": page.get_parent().pk}

    client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), copy)
    asked = client.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        {"locales": [page.get_parent().get_translations().first().locale_id]},
    )

    copied = ProfilePage.objects.get(slug="copy")
    assert (copied.member, copied.confirmed_at, copied.live) == (None, None, False)
    assert asked.status_code in (302, 403)
    assert ProfilePage.objects.count() == 2


def test_nobody_can_be_written_to_whose_account_is_closed(client, member):
    address = "/en/directory/ada-lux/"
    assert "/en/directory/ada-lux/contact/" in client.get(address).text

    member.is_active = False
    member.save()

    assert Showcase(stored().listing, "en").contact_url == ""
    assert "/en/directory/ada-lux/contact/" not in client.get(address).text
