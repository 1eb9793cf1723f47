"""Confirmed in my space by a member, and on the desk by an editor who knows."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from directory.models import LaterEdit, ProfilePage
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db


def now(page):
    return ProfilePage.objects.get(pk=page.pk)


def test_one_button_confirms(ada, clock, client):
    clock(100)
    client.force_login(ada.member)
    assert "Yes, it is still right" in client.get("/me/?lang=en").text

    said = client.post("/me/profile/confirm/", follow=True)

    assert "Thank you! Your profile is confirmed as of today." in said.text
    assert now(ada).confirmed_at == timezone.now()


def test_a_member_whose_profile_has_faded_is_told_so_in_their_space(ada, client, aged):
    said = "Not confirmed since 5 January 2026: your profile says so"
    aged(366)
    client.force_login(ada.member)
    assert said not in client.get("/me/?lang=en").text

    aged(396)
    client.force_login(ada.member)

    for address in ("/me/", "/me/profile/"):
        assert said in client.get(address).text


def test_one_button_brings_back(ada, client, aged):
    aged(366, 396, 456)
    client.force_login(ada.member)
    for address in ("/me/?lang=en", "/me/profile/"):
        shown = client.get(address).text
        assert "Bring it back" in shown
        assert "Send it again" not in shown

    client.post("/me/profile/confirm/")

    assert now(ada).live


@pytest.fixture
def desk(client):
    def at(address):
        client.force_login(MemberFactory(editor=True))
        client.cookies["django_language"] = "en"
        return BeautifulSoup(client.get(address).text, "html.parser")

    return at


def test_an_editor_who_knows_confirms_for_a_member(ada, desk, client, aged):
    aged(366)
    line = desk("/admin/").select_one("#stale-profiles-section .desk-line")
    assert "asked on" in line.text

    client.post(line.form["action"])

    assert now(ada).confirmed_at == timezone.now()
    assert not LaterEdit.objects.filter(reviewed_at=None).exists()


def test_the_list_finds_who_faded_and_who_lapsed(ada, desk, aged):
    def found():
        lists = {state: desk(f"/admin/profiles/?state={state}") for state in ("faded", "lapsed")}
        return {state for state, page in lists.items() if "Ada Lux" in page.main.text}

    aged(366, 396)
    assert found() == {"faded"}

    aged(456)
    assert found() == {"lapsed"}
