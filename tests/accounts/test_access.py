import pytest
from django.core import mail
from django.test import Client

from cluster.accounts.models import User
from tests.factories.accounts import PASSWORD, UserFactory

MINE = ["/me/", "/me/settings/", "/me/export/", "/me/delete/", "/me/messages/"]
ACCOUNT = [
    "/account/email/",
    "/account/logout/",
    "/account/password/set/",
    "/account/2fa/",
    "/account/2fa/totp/activate/",
]
OPEN = ["/account/login/", "/account/signup/", "/account/password/reset/", "/account/deleted/"]


def logged_in(**traits):
    client, user = Client(), UserFactory(**traits)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client, user


@pytest.fixture
def member(tree):
    return logged_in()


@pytest.mark.parametrize("address", [*MINE, *ACCOUNT])
def test_a_visitor_is_led_to_the_log_in_and_back(client, tree, address):
    response = client.get(address)

    assert response.status_code == 302
    assert response["Location"].startswith(("/account/login/?next=", "/fr/"))


@pytest.mark.parametrize("address", OPEN)
def test_who_is_not_logged_in_finds_the_way_in_our_layout(client, tree, address):
    response = client.get(address)

    assert response.status_code == 200
    assert 'class="site-header"' in response.text


@pytest.mark.parametrize(
    "address", [*MINE[:2], "/me/delete/", "/me/messages/", *ACCOUNT[:2], "/account/2fa/"]
)
def test_a_members_own_pages_wear_our_layout_and_are_kept_by_no_cache(member, address):
    client, _user = member
    client.get("/me/")

    response = client.get(address)

    assert response.status_code == 200
    assert 'class="site-header"' in response.text
    assert address.startswith("/account/") or "no-store" in response["Cache-Control"]


def test_log_in_takes_a_password(client, tree):
    user = UserFactory()

    response = client.post("/account/login/", {"login": user.email, "password": PASSWORD})

    assert (response.status_code, response["Location"]) == (302, "/me/")
    assert client.cookies["django_language"].value == "en"


def test_log_in_without_a_password_mails_a_code(client, tree, code):
    user = UserFactory()

    response = client.post("/account/login/", {"login": user.email, "password": ""})
    assert response["Location"] == "/account/login/code/confirm/"

    assert client.post(response["Location"], {"code": code()})["Location"] == "/me/"


def test_a_wrong_password_is_explained_and_the_address_kept(client, tree):
    user = UserFactory()

    response = client.post("/account/login/", {"login": user.email, "password": "wrong"})

    assert response.status_code == 200
    assert len(response.context["form"].non_field_errors()) == 1
    assert f'value="{user.email}"' in response.text


def test_an_unknown_address_is_answered_like_a_known_one(client, tree):
    response = client.post("/account/login/", {"login": "nobody@example.org", "password": ""})

    assert response["Location"] == "/account/login/code/confirm/"
    assert mail.outbox[0].to == ["nobody@example.org"]
    assert "/account/signup/" in mail.outbox[0].body


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/login/"])
def test_the_admin_sends_visitors_to_our_log_in(client, tree, address):
    response = client.get(address)

    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/")


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/users/"])
def test_a_member_never_enters_the_admin(member, address):
    client, _user = member

    response = client.get(address)

    assert response.status_code == 403
    assert "/me/" in response.text


def test_an_administrator_enters_it(tree):
    client, _user = logged_in(administrator=True)

    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/users/").status_code == 200


def test_where_it_is_asked_for_an_editor_needs_a_second_factor_first(tree, settings):
    settings.STAFF_NEED_SECOND_FACTOR = True
    client, _user = logged_in(administrator=True)

    response = client.get("/admin/")

    assert (response.status_code, response["Location"]) == (302, "/account/2fa/totp/activate/")


def test_the_export_holds_what_is_known_of_the_member(member):
    client, _user = member

    response = client.get("/me/export/")

    assert response["Content-Type"] == "application/zip"
    assert response.content[:2] == b"PK"


def test_deletion_has_to_be_meant(member):
    client, user = member

    assert client.post("/me/delete/", {}).context["form"].errors.keys() == {"sure"}
    assert User.objects.filter(pk=user.pk).exists()


def test_deletion_leaves_nothing_and_says_so_by_mail(member):
    client, user = member

    response = client.post("/me/delete/", {"sure": "on"})

    assert response["Location"] == "/account/deleted/"
    assert not User.objects.exists()
    assert mail.outbox[-1].to == [user.email]
    assert client.get("/me/").status_code == 302


def test_an_administrator_cannot_leave_the_site_without_one(tree):
    client, user = logged_in(administrator=True)

    assert client.post("/me/delete/", {"sure": "on"}).status_code == 403
    assert User.objects.filter(pk=user.pk).exists()


def test_the_language_of_a_member_is_theirs_to_choose(member):
    client, user = member

    response = client.post("/me/settings/", {"name": "Léa", "language": "de"})

    assert response["Location"] == "/me/?lang=de"
    user.refresh_from_db()
    assert (user.name, user.language) == ("Léa", "de")
