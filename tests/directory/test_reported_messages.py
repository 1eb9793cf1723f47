"""Messages are between two people: of the editors, only those who are trusted with it read one
that was reported."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone

from directory.models import ContactMessage
from tests.factories.accounts import UserFactory
from tests.factories.directory import profile
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/reported_messages/"


@pytest.fixture
def reported(tree):
    return ContactMessage.objects.create(
        profile=profile(),
        sender_name="Eve",
        sender_email="eve@example.org",
        sender_language="fr",
        text="Marker-insult",
        confirmed_at=timezone.now(),
        reported_at=timezone.now(),
    )


def writer_of_news():
    """Enters the admin, but is not one of the editors who came with the site."""
    writer, group = UserFactory(), Group.objects.create(name="Writers of news")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    writer.groups.add(group)
    return writer


def client_of(user):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_editors_read_and_delete_a_reported_message(reported):
    editor = client_of(MemberFactory(editor=True))

    assert LIST in editor.get("/admin/").text
    assert "Marker-insult" in editor.get(f"{LIST}inspect/{reported.pk}/").text
    assert editor.post(f"{LIST}delete/{reported.pk}/")["Location"] == LIST
    assert not ContactMessage.objects.exists()


def test_whoever_else_enters_the_admin_neither_sees_nor_deletes_one(reported):
    writer = client_of(writer_of_news())
    addresses = [LIST, *(f"{LIST}{what}/{reported.pk}/" for what in ("inspect", "delete"))]

    assert LIST not in writer.get("/admin/").text
    assert {writer.get(address)["Location"] for address in addresses} == {"/admin/"}
    assert writer.post(addresses[-1])["Location"] == "/admin/"
    assert ContactMessage.objects.exists()


@pytest.mark.parametrize("what", ["new", "edit/{pk}"])
def test_nobody_writes_or_changes_one(reported, what):
    administrator = client_of(UserFactory(administrator=True))
    address = f"{LIST}{what.format(pk=reported.pk)}/"

    assert administrator.post(address, {"reported_because": "x"})["Location"] == "/admin/"
    assert ContactMessage.objects.get().reported_because == ""
