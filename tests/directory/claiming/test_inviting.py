"""What editors do about invitations."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail

from directory.claiming.links import opened, token_of
from directory.claiming.taking import claim
from directory.models import ProfilePage
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db


def page_of(response):
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture(autouse=True)
def _editor(invited, client):
    client.force_login(MemberFactory(editor=True))
    client.cookies["django_language"] = "en"
    mail.outbox.clear()


def test_it_is_sent_again_with_a_new_link(invited, client, django_capture_on_commit_callbacks):
    before = token_of(invited)
    address = f"/admin/profiles/{invited.page_id}/invite/"
    assert "Send it again" in client.get(address).text

    with django_capture_on_commit_callbacks(execute=True):
        client.post(address)

    assert [message.to for message in mail.outbox] == [["ada@example.org"]]
    assert opened(before) is None
    invited.refresh_from_db()
    assert opened(token_of(invited)) == invited


def test_many_are_invited_together(bring_in, client, django_capture_on_commit_callbacks):
    bring_in("name;email\nBo;bo@example.org\nCy;\n")
    query = "&".join(f"id={pk}" for pk in ProfilePage.objects.values_list("pk", flat=True))
    address = f"/admin/bulk/wagtailcore/page/invite/?{query}&next=/admin/profiles/"
    assert client.get(address).status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        shown = client.post(address, follow=True)

    assert "2 invitations are on their way" in shown.text
    assert sorted(message.to[0] for message in mail.outbox) == [
        "ada@example.org",
        "bo@example.org",
    ]


def test_the_list_tells_who_was_invited(bring_in, client):
    bring_in("name\nBo\n")
    found = {
        state: [
            name
            for name in ("Ada Lux", "Bo")
            if name in page_of(client.get(f"/admin/profiles/?imported={state}")).main.text
        ]
        for state in ("uninvited", "invited", "claimed")
    }

    assert found == {"uninvited": ["Bo"], "invited": ["Ada Lux"], "claimed": []}


def test_the_page_offers_it_until_somebody_has_taken_over(invited, ada, client):
    address = f"/admin/pages/{invited.page_id}/edit/"
    assert "Invite to take over" in client.get(address).text

    claim(invited, by=ada)
    assert "Invite to take over" not in client.get(address).text
    assert "It was taken over on" in client.get(f"/admin/profiles/{invited.page_id}/invite/").text
