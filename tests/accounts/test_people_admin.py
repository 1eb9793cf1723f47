import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client

from cluster.accounts.models import User
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.usefixtures("tree")
PEOPLE = "/admin/users/"


@pytest.fixture
def administrator(client: Client):
    client.force_login(
        UserFactory(administrator=True, name="Ada Lux"),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    return client


def fields(response) -> list[str]:
    return [name for name in response.context["form"].fields if name in response.text]


def test_an_administrator_adds_an_editor_who_logs_in_by_code(administrator, code):
    editors = Group.objects.get(name="Editors")
    form = {"email": "New@Example.org", "name": "Ben", "language": "de", "groups": [editors.pk]}

    shown = administrator.get(f"{PEOPLE}new/")
    response = administrator.post(f"{PEOPLE}new/", form)

    assert fields(shown) == ["email", "name", "language", "is_superuser", "groups"]
    assert response["Location"] == PEOPLE
    ben = User.objects.get(email="new@example.org")
    assert (ben.name, ben.language, list(ben.groups.all())) == ("Ben", "de", [editors])
    assert not ben.has_usable_password()

    own = Client()
    asked = own.post("/account/login/", {"login": ben.email, "password": ""})
    assert mail.outbox[-1].to == ["new@example.org"]
    assert own.post(asked["Location"], {"code": code()})["Location"] == "/me/"
    assert own.get("/admin/").status_code == 200


def test_there_is_one_account_per_address_however_it_is_written(administrator):
    ben = UserFactory(email="ben@example.org")
    EmailAddress.objects.create(user=ben, email="ben@example.com", verified=True)

    for email in ("BEN@example.org", "Ben@example.com"):
        response = administrator.post(f"{PEOPLE}new/", {"email": email, "language": "fr"})
        assert list(response.context["form"].errors) == ["email"]
    assert User.objects.count() == 2


def test_an_administrator_changes_a_name_and_nothing_else(administrator):
    ben = UserFactory(name="Ben", email="ben@example.org")
    password = ben.password
    form = {"email": ben.email, "name": "Benoît", "language": "en", "is_active": "on"}

    response = administrator.post(f"{PEOPLE}edit/{ben.pk}/", form)

    assert response["Location"] == PEOPLE
    ben.refresh_from_db()
    assert (ben.name, ben.password, ben.is_active) == ("Benoît", password, True)
    assert EmailAddress.objects.filter(user=ben, verified=True).exists()


def test_an_address_taken_away_is_no_longer_a_way_in(administrator):
    ben = UserFactory(email="ben@example.org")
    form = {"email": "other@example.org", "name": "Ben", "language": "en", "is_active": "on"}

    administrator.post(f"{PEOPLE}edit/{ben.pk}/", form)

    Client().post("/account/login/", {"login": "ben@example.org", "password": ""})
    assert "/account/signup/" in mail.outbox[-1].body
    Client().post("/account/login/", {"login": "other@example.org", "password": ""})
    assert mail.outbox[-1].to == ["other@example.org"]
    assert "/account/signup/" not in mail.outbox[-1].body


def test_people_are_found_by_name(administrator):
    UserFactory(name="Benoît Kraus")

    response = administrator.get(f"{PEOPLE}?q=kraus")

    assert [user.name for user in response.context["users"]] == ["Benoît Kraus"]


def test_editors_save_their_own_settings_without_inventing_names(administrator):
    page = administrator.get("/admin/account/")
    form = {
        "name-name": "Ada Byron",
        "notifications-submitted_notifications": "on",
        "locale-preferred_language": "en",
        "locale-current_time_zone": "Europe/Luxembourg",
        "theme-theme": "dark",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
    }

    response = administrator.post("/admin/account/", form)

    assert "first_name" not in page.text
    assert 'type="file"' not in page.text
    assert (response.status_code, response["Location"]) == (302, "/admin/account/")
    ada = User.objects.get()
    assert (ada.name, ada.wagtail_userprofile.theme) == ("Ada Byron", "dark")


@pytest.mark.parametrize("address", ["/admin/account/", f"{PEOPLE}new/"])
def test_neither_a_visitor_nor_a_member_comes_near(client: Client, address):
    assert client.get(address)["Location"].startswith("/account/login/")
    client.force_login(UserFactory(), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(address).status_code == 403
