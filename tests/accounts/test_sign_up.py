import time_machine
from django.core import mail
from django.test import Client

from cluster.accounts.models import User
from tests.factories.accounts import UserFactory

SIGN_UP = "/account/signup/"
CODE = "/account/confirm-email/"


def sign_up(client, email="new@example.org"):
    return client.post(SIGN_UP, {"email": email}, follow=True)


def test_sign_up_asks_for_nothing_but_the_e_mail_address(client, tree):
    form = client.get(SIGN_UP).context["form"]

    assert list(form.fields) == ["email"]


def test_the_code_from_the_mail_leads_into_my_space(client, tree, code):
    response = sign_up(client)
    assert response.redirect_chain == [(CODE, 302)]
    assert mail.outbox[0].to == ["new@example.org"]

    response = client.post(CODE, {"code": code()})

    assert (response.status_code, response["Location"]) == (302, "/me/")
    user = User.objects.get(email="new@example.org")
    assert client.session["_auth_user_id"] == str(user.pk)
    assert not user.has_usable_password()


def test_an_address_is_kept_in_small_letters(client, tree, code):
    sign_up(client, "New@Example.ORG")
    client.post(CODE, {"code": code()})

    assert User.objects.get().email == "new@example.org"


def test_the_mail_and_the_account_are_in_the_language_of_the_page(client, tree, code):
    client.get(f"{SIGN_UP}?lang=de")
    sign_up(client)

    assert User.objects.get().language == "de"


def test_a_wrong_code_says_so_and_keeps_what_was_typed(client, tree, code):
    sign_up(client)
    wrong = "000000" if code() != "000000" else "111111"

    response = client.post(CODE, {"code": wrong})

    assert response.status_code == 200
    assert response.context["verify_form"].errors["code"] == ["Code incorrect."]
    assert f'value="{wrong}"' in response.text


def test_after_five_wrong_codes_a_new_one_has_to_be_asked_for(client, tree, code):
    sign_up(client)
    wrong = "000000" if code() != "000000" else "111111"

    answers = [client.post(CODE, {"code": wrong}).status_code for _attempt in range(5)]

    assert answers == [200, 200, 200, 200, 302]
    page = client.get("/account/login/")
    assert page.context["form"].initial["login"] == "new@example.org"
    assert [str(message.level_tag) for message in page.context["messages"]] == ["error"]


def test_an_expired_code_says_so_and_keeps_the_address(client, tree, code):
    with time_machine.travel("2026-01-01 12:00"):
        sign_up(client)
        sent = code()
    with time_machine.travel("2026-01-01 12:16"):
        response = client.post(CODE, {"code": sent}, follow=True)

    assert response.redirect_chain == [("/account/login/", 302)]
    assert len(list(response.context["messages"])) == 1
    assert response.context["form"].initial["login"] == "new@example.org"


def test_a_new_code_replaces_the_old_one(client, tree, code):
    with time_machine.travel("2026-01-01 12:00"):
        sign_up(client)
        first = code()
    with time_machine.travel("2026-01-01 12:01"):
        client.post(CODE, {"action": "resend"})
        assert len(mail.outbox) == 2
        if first != code():
            assert client.post(CODE, {"code": first}).status_code == 200
        assert client.post(CODE, {"code": code()})["Location"] == "/me/"


def test_a_new_code_is_not_sent_at_every_click(client, tree):
    sign_up(client)

    response = client.post(CODE, {"action": "resend"})

    assert (response.status_code, len(mail.outbox)) == (429, 1)
    assert client.get(CODE).status_code == 200


def test_a_taken_address_is_not_revealed_but_its_owner_is_helped(client, tree):
    UserFactory(email="there@example.org")

    taken = sign_up(client, "there@example.org")
    free = sign_up(Client(), "free@example.org")

    assert taken.redirect_chain == free.redirect_chain == [(CODE, 302)]
    assert without_what_differs(taken, "there") == without_what_differs(free, "free")
    assert "/account/login/?lang=en" in mail.outbox[0].body
    assert "already have an account" in mail.outbox[0].subject


def without_what_differs(response, name):
    token = response.context["csrf_token"]
    return response.text.replace(str(token), "").replace(name, "")


def test_the_link_in_that_mail_opens_the_log_in_although_a_code_is_pending(client, tree):
    UserFactory(email="there@example.org")
    sign_up(client, "there@example.org")

    response = client.get("/account/login/")

    assert response.status_code == 200
    assert response.context["form"].initial["login"] == "there@example.org"


def test_who_lost_the_first_code_still_gets_in_by_log_in(client, tree, code):
    sign_up(client)
    other_browser = Client()

    other_browser.post("/account/login/", {"login": "new@example.org", "password": ""})
    response = other_browser.post("/account/login/code/confirm/", {"code": code()})

    assert response["Location"] == "/me/"
    assert User.objects.get().emailaddress_set.get().verified


def test_nonsense_instead_of_an_address_is_explained_next_to_the_field(client, tree):
    response = client.post(SIGN_UP, {"email": "not-an-address"})

    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["email"]
    assert 'value="not-an-address"' in response.text


def test_too_many_sign_ups_from_one_connection_are_asked_to_wait(client, tree):
    answers = [
        client.post(SIGN_UP, {"email": "not-an-address"}).status_code for _attempt in range(21)
    ]

    assert answers == [200] * 20 + [429]
