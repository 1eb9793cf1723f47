"""Who reads Luxembourgish reads it too where a form or a mail speaks with a package's words.

What is missing in Luxembourgish would come in French, the site's first language, or in English.
"""

import html
import re
from functools import cache
from uuid import uuid4

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext, ngettext, override
from wagtail.models import PageViewRestriction

from cluster.accounts.models import User
from cluster.core.borrowed import asked_for
from directory.contact.links import link
from directory.models import ContactMessage
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.events import event
from tests.factories.home import news
from tests.factories.members import MemberFactory, confirmed_profile, ready_profile

LONG = "x" * 600
PLACEHOLDER = re.compile(r"%\\\((?:\w+)\\\)[srd]|%d|\\\{\w+\\\}")
REQUIRED = "Dëst Feld däerf net eidel bleiwen."
NO_CHOICE = "Wielt eng vun de Méiglechkeeten"
NO_MAIL = "Gitt eng gëlteg E-Mail-Adress an."
TOO_LONG = "Zeeche stoen (et sinn der 600)."
ROWS = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 0}

pytestmark = pytest.mark.django_db


@cache
def foreign() -> list[re.Pattern]:
    """The packages' sentences in English and French, whatever they are filled in with."""
    found = set()
    for message in asked_for():
        with override("fr"):
            if isinstance(message.id, str):
                found |= {message.id, gettext(message.id)}
            else:
                found |= {*message.id, ngettext(*message.id, 1), ngettext(*message.id, 2)}
    return [pattern_of(one) for one in found if len(one.split()) > 2 or one.endswith(".")]


def pattern_of(sentence):
    words = re.escape(" ".join(sentence.split())).replace(r"\ ", r"\s+")
    return re.compile(PLACEHOLDER.sub(".{1,80}?", words))


def foreign_in(text):
    plain = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())
    return [match.group() for pattern in foreign() if (match := pattern.search(plain))]


def says(response, words):
    assert response.status_code in (200, 422)
    assert foreign_in(response.text) == []
    assert words in html.unescape(response.text)


@pytest.fixture
def visitor(client, tree):
    client.cookies["django_language"] = "lb"
    return client


@pytest.fixture
def member(visitor):
    member = MemberFactory(language="lb")
    ready_profile(member)
    visitor.post("/account/login/", {"login": member.email, "password": PASSWORD})
    visitor.post("/account/reauthenticate/", {"password": PASSWORD})
    return visitor


WRONG_OF_A_VISITOR = [
    ("/account/login/", {"login": "no-address"}, NO_MAIL),
    ("/account/login/", {}, REQUIRED),
    (
        "/account/login/",
        {"login": "a@example.org", "password": "wrong"},
        "D’E-Mail-Adress oder d’Passwuert stëmmt net.",
    ),
    ("/account/signup/", {"email": ""}, REQUIRED),
    ("/account/signup/", {"email": "a@b"}, NO_MAIL),
    ("/account/signup/", {"email": "a\0@example.org"}, "Null-Zeeche sinn net erlaabt."),
    ("/account/password/reset/", {"email": "no-address"}, NO_MAIL),
]
WRONG_OF_A_MEMBER = [
    ("/me/settings/", {"name": LONG, "language": "lb"}, TOO_LONG),
    ("/me/settings/", {"name": "", "language": "xx"}, NO_CHOICE),
    ("/me/profile/about/", {"title": "", "kind": "xx"}, NO_CHOICE),
    ("/me/profile/about/", {"title": LONG, "kind": ""}, TOO_LONG),
    ("/me/profile/text/lb/", {"headline": ""}, REQUIRED),
    ("/me/profile/text/lb/", {"headline": LONG}, TOO_LONG),
    ("/me/profile/skills/", {"branches": "9999"}, NO_CHOICE),
    ("/me/profile/skills/", {}, REQUIRED),
    ("/me/profile/availability/", {"availability": "xx"}, NO_CHOICE),
    ("/me/profile/portrait/", {"portrait-picture": "no file"}, ""),
    ("/me/profile/place/", {"precision": "xx"}, NO_CHOICE),
    ("/me/profile/team/", {**ROWS, "form-0-name": LONG}, TOO_LONG),
    ("/me/profile/team/", {**ROWS, "form-0-role": "Chef"}, REQUIRED),
    ("/me/profile/team/", {"form-0-name": "Ada"}, "De Formulaire koum net komplett un."),
    ("/me/profile/links/", {**ROWS, "form-0-url": "no address"}, "Gitt eng gëlteg Webadress an."),
    ("/me/profile/contact/", {"contact_email": "no-address"}, NO_MAIL),
    ("/me/profile/work/add/", {"title": "", "year": "then"}, "Gitt eng ganz Zuel an."),
    ("/me/profile/work/add/", {"title": "Hal", "year": "3"}, "Net virun 1900, w.e.g."),
    ("/me/profile/work/add/", {"title": "Hal", "url": "no address"}, "eng gëlteg Webadress"),
    ("/account/email/", {"email": "no-address", "action_add": ""}, NO_MAIL),
    ("/account/password/change/", {}, REQUIRED),
    (
        "/account/password/change/",
        {"oldpassword": "wrong", "password1": "short", "password2": "other"},
        "Gitt w.e.g. Äert aktuellt Passwuert an.",
    ),
    (
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": "password", "password2": "password"},
        "Dëst Passwuert benotzen ze vill Leit.",
    ),
    (
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": "k7", "password2": "k7"},
        "Dëst Passwuert ass ze kuerz. Et brauch op d’mannst 8 Zeechen.",
    ),
    ("/account/reauthenticate/", {"password": "wrong"}, "D’Passwuert stëmmt net."),
    ("/account/2fa/totp/activate/", {"code": "000000"}, "De Code stëmmt net."),
]


@pytest.mark.parametrize(("address", "typed", "answer"), WRONG_OF_A_VISITOR)
def test_what_a_visitor_types_wrong_is_said_in_luxembourgish(visitor, address, typed, answer):
    says(visitor.post(address, typed), answer)


@pytest.mark.parametrize(("address", "typed", "answer"), WRONG_OF_A_MEMBER)
def test_what_a_member_types_wrong_is_said_in_luxembourgish(member, address, typed, answer):
    says(member.post(address, typed, follow=True), answer)


PAGES = ["logout/", "email/", "password/change/", "2fa/", "2fa/totp/activate/", "reauthenticate/"]
PAGES += ["inactive/", "password/reset/", "password/reset/done/"]


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_of_an_account_are_in_luxembourgish(member, page):
    says(member.get(f"/account/{page}"), 'lang="lb"')


def test_an_empty_file_is_said_in_luxembourgish(member):
    empty = SimpleUploadedFile("p.jpg", b"", "image/jpeg")

    answer = member.post("/me/profile/work/add/", {"title": "Hal", "pictures-picture": empty})

    says(answer, "De Fichier ass eidel.")


def test_a_wrong_and_an_expired_code_are_said_in_luxembourgish(visitor):
    with time_machine.travel("2026-01-01 12:00"):
        visitor.post("/account/login/", {"login": "a@example.org", "password": ""})
        says(visitor.post("/account/login/code/confirm/", {"code": "1"}), "De Code stëmmt net.")
    with time_machine.travel("2026-01-01 12:16"):
        late = visitor.post("/account/login/code/confirm/", {"code": "1"}, follow=True)
    says(late, "Dëse Code ass net méi gëlteg.")


def test_too_many_attempts_are_said_in_luxembourgish(visitor):
    user = UserFactory()
    for _attempt in range(12):
        last = visitor.post("/account/login/", {"login": user.email, "password": "wrong"})

    says(last, "Ze vill Versich, fir Iech anzeloggen.")


def test_the_forms_of_public_pages_answer_in_luxembourgish(visitor):
    confirmed_profile(MemberFactory(), MemberFactory(editor=True), name="Ada Lux")
    here = event(language="lb", slug="atelier", registration="here", capacity=1)

    says(visitor.post(f"{here.link}registration/", {"email": "no-address"}), NO_MAIL)
    says(visitor.post(f"{here.link}registration/", {"name": LONG}), TOO_LONG)
    contact = "/lb/verzeechnes/ada-lux/contact/"
    says(visitor.post(contact, {"sender_email": "no-address", "key": uuid4()}), NO_MAIL)
    says(visitor.post(contact, {"sender_name": LONG}), TOO_LONG)


def test_a_wrong_password_of_a_page_is_said_in_luxembourgish(visitor):
    page = news(title="Zou", slug="zou", language="lb")
    closed = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="secret"
    )
    address = f"/lb/_util/authenticate_with_password/{closed.pk}/{page.pk}/"

    says(
        visitor.post(address, {"password": "wrong", "return_url": page.url}),
        "D’Passwuert stëmmt net.",
    )


def test_the_forms_behind_the_links_of_mails_answer_in_luxembourgish(visitor):
    profile = confirmed_profile(MemberFactory(), MemberFactory(editor=True))
    message = ContactMessage.objects.create(
        profile=profile,
        sender_name="Max",
        sender_email="max@example.org",
        sender_language="lb",
        text="Moien",
        confirmed_at=profile.listing.confirmed_at,
        sent_at=profile.listing.confirmed_at,
    )
    conversation = "/" + link(message, "creative", language="lb").split("/", 3)[3]

    says(visitor.post(conversation, {"text": ""}), REQUIRED)


def test_a_changed_password_is_confirmed_and_mailed_in_luxembourgish(member):
    new = "en-neit-Passwuert-42"
    typed = {"oldpassword": PASSWORD, "password1": new, "password2": new}

    says(
        member.post("/account/password/change/", typed, follow=True), "Äert Passwuert ass geännert."
    )

    assert mail.outbox[-1].subject == "Passwuert geännert"
    assert foreign_in(mail.outbox[-1].body) == []
    assert "Äert Passwuert gouf geännert." in mail.outbox[-1].body


def test_the_second_factor_speaks_luxembourgish_from_setting_up_to_log_in(
    member, django_capture_on_commit_callbacks
):
    member.get("/account/2fa/totp/activate/")
    set_up = {"code": code_of_the_app(member.session["mfa.totp.secret"])}
    with django_capture_on_commit_callbacks(execute=True):
        says(member.post("/account/2fa/totp/activate/", set_up, follow=True), "Ersatzcoden")
    assert foreign_in(mail.outbox[-1].body) == []
    for address in ("", "recovery-codes/", "recovery-codes/generate/", "totp/deactivate/"):
        says(member.get(f"/account/2fa/{address}"), 'lang="lb"')
    user = User.objects.get(pk=member.session["_auth_user_id"])
    member.post("/account/logout/")

    typed = {"login": user.email, "password": PASSWORD}
    says(
        member.post("/account/login/", typed, follow=True), "Äre Kont ass mat engem zweete Facteur"
    )
    says(member.post("/account/2fa/authenticate/", {"code": "1"}), "De Code stëmmt net.")


def code_of_the_app(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_foreign_words_would_be_found():
    assert foreign_in("<p>This field is required.</p>") == ["This field is required."]
    assert foreign_in("<p>Saisissez un nombre.</p>") == ["Saisissez un nombre."]
    assert foreign_in("<p>Ensure this value has at most 3 characters (it has 5).</p>") != []
