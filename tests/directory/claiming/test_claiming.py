"""An imported profile becomes its person's, or goes for good; nobody else gets at it."""

import datetime as dt
import re
from urllib.parse import urlsplit

import pytest
from allauth.account.models import EmailAddress
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from cluster.accounts.models import User
from directory import membership
from directory.claiming.links import VALID, opened, token_of
from directory.claiming.sending import invite
from directory.claiming.taking import claim, decline
from directory.importing.jobs import keep_file
from directory.importing.table import read_table
from directory.models import DeclinedInvitation, ProfileImport, ProfileOrigin, ProfilePage
from tests.factories.members import MemberFactory, ready_profile

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(invited):
    return f"/profiles/invitation/{token_of(invited)}/"


def page_of(response):
    return BeautifulSoup(response.content, "html.parser")


def as_somebody(user):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["django_language"] = "en"
    return client


def sent(client, response, selector, **typed):
    """The form of a page, as a browser sends it, and wherever that leads to."""
    form = page_of(response).select_one(selector)
    hidden = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
    action = form.get("action") or response.request["PATH_INFO"]
    return client.post(action, {**hidden, **typed}, follow=True)


def code_in(message):
    return re.search(r"^\s*(\d{6})\s*$", message.body, re.MULTILINE).group(1)


def test_the_mail_names_the_profile_and_holds_two_links_and_nothing_of_the_draft(invited):
    [message] = mail.outbox

    assert (message.to, message.subject) == (
        ["ada@example.org"],
        "Your profile is ready to be taken over: Ada Lux",
    )
    links = re.findall(r"/profiles/invitation/([^/]+)/(\S*)", message.body)
    assert [below for _token, below in links] == ["?lang=en", "delete/?lang=en"]
    assert {opened(token) for token, _below in links} == {invited}
    assert "Marker-text" not in message.body


@pytest.mark.parametrize("has_account", [True, False])
def test_who_logs_in_by_code_with_that_address_becomes_the_owner(url, has_account):
    if has_account:
        MemberFactory(email="ada@example.org", language="en")
    client = Client()
    mail.outbox.clear()

    asked = sent(client, client.get(f"{url}?lang=en"), "form[action^='/account/']")
    landed = sent(client, asked, "main form", code=code_in(mail.outbox[-1]))

    assert landed.redirect_chain[-1][0] == url
    assert page_of(landed).select_one("form.form button").text == "Make it mine"
    client.post(url)
    profile = ProfilePage.objects.get()
    assert profile.member == profile.owner == User.objects.get(email="ada@example.org")
    assert client.get("/me/profile/").status_code == 200


def test_the_profile_is_a_draft_of_theirs_that_goes_the_usual_way(invited, ada):
    claim(invited, by=ada)
    editor = MemberFactory(editor=True)

    draft = membership.draft_of(ada)
    assert membership.state_of(draft).code is membership.State.DRAFT
    membership.submit(draft, by=ada)
    membership.confirm(draft, by=editor)

    profile = ProfilePage.objects.get()
    assert (profile.live, profile.member) == (True, ada)


def test_after_that_nothing_of_the_row_is_kept_but_its_reference(invited, ada):
    claim(invited, by=ada)

    origin = ProfileOrigin.objects.get()
    assert (origin.reference, origin.values, origin.invited_email, origin.invitation) == (
        "A1",
        {},
        "",
        None,
    )


@pytest.mark.parametrize(
    "email", ["eve@example.org", "ada@example.com"], ids=["somebody", "almost"]
)
def test_nobody_takes_it_with_another_address(invited, url, email):
    client = as_somebody(MemberFactory(email=email, language="en"))

    shown = client.post(url, follow=True)

    assert "This invitation was sent to another address than yours." in shown.text
    assert page_of(shown).select_one("form[action='/account/logout/']")
    assert ProfilePage.objects.get().member is None


def test_an_address_that_was_never_proved_takes_nothing(invited, url):
    eve = MemberFactory(email="eve@example.org")
    EmailAddress.objects.create(user=eve, email="ada@example.org", verified=False)

    as_somebody(eve).post(url)
    assert ProfilePage.objects.get().member is None

    EmailAddress.objects.filter(email="ada@example.org").update(verified=True)
    as_somebody(eve).post(url)
    assert ProfilePage.objects.get().member == eve


def test_a_member_has_one_profile(invited, url, ada):
    ready_profile(ada, name="Ada")

    shown = as_somebody(ada).post(url, follow=True)

    assert "You have a profile already." in shown.text
    assert ProfilePage.objects.get(title="Ada Lux").member is None


def test_two_clicks_take_it_once(invited, ada):
    assert claim(invited, by=ada) is not None
    with pytest.raises(membership.Refused):
        claim(invited, by=ada)


@pytest.mark.parametrize("below", ["", "preview/", "delete/"])
@pytest.mark.parametrize("why", ["old", "newer", "claimed", "deleted", "forged"])
def test_a_link_that_is_over_opens_nothing_and_says_the_same(
    invited, url, ada, time_machine, why, below
):
    if why == "old":
        time_machine.move_to(timezone.now() + VALID + dt.timedelta(minutes=1))
    elif why == "newer":
        invite(invited)
    elif why == "claimed":
        claim(invited, by=ada)
    elif why == "deleted":
        invited.page.delete()
    else:
        url = url[:-3] + "xx/"

    shown = Client().get(f"{url}{below}", headers={"accept-language": "en"})

    assert shown.status_code == 404
    assert "This link does not work" in shown.text
    assert "Ada Lux" not in shown.text


def test_without_the_link_nothing_leads_to_the_draft(invited, url):
    for address in (
        "/fr/annuaire/ada-lux/",
        "/profiles/invitation/x/",
        "/api/v1/directory/profiles/",
    ):
        assert "Ada Lux" not in Client().get(address).text
    for address in ("/fr/annuaire/", "/sitemap-pages.xml"):
        assert "ada-lux" not in Client().get(address).text
    assert "Marker-text" in Client().get(f"{url}preview/").text
    assert "ada@example.org" not in Client().get(f"{url}preview/").text


def test_reading_the_links_of_the_mail_changes_nothing(invited):
    for address in re.findall(r"https?://\S+/profiles/\S+", mail.outbox[0].body):
        parts = urlsplit(address)
        assert Client().get(f"{parts.path}?{parts.query}").status_code == 200

    assert ProfilePage.objects.get().member is None


def test_one_click_deletes_the_profile_and_the_address(invited, url, file):
    key = invited.page_id
    job = keep_file("people.csv", read_table(file.encode()), by=None)
    report = [{"row": 2, "name": "Ada Lux", "outcome": "created", "reason": "", "page": key}]
    ProfileImport.objects.filter(pk=job.pk).update(report=report)

    gone = Client().post(f"{url}delete/", follow=True)

    assert gone.status_code == 200
    assert not ProfilePage.objects.exists()
    assert not ProfileOrigin.objects.exists()
    assert not Revision.objects.filter(object_id=str(key)).exists()
    assert not PageLogEntry.objects.filter(page=key).exists()
    job.refresh_from_db()
    assert (job.rows, job.report[0]["name"]) == ([], "–")
    assert "ada" not in DeclinedInvitation.objects.get().digest


def test_who_was_deleted_is_not_brought_back_nor_written_to(invited, bring_in, file):
    decline(invited)

    assert [str(one.outcome) for one in bring_in(file)] == ["skipped"]
    bring_in("name\nAda Lux\n")
    ProfilePage.objects.update(contact_email="ada@example.org")
    assert invite(ProfileOrigin.objects.get()) is False


def test_an_invitation_goes_to_nobody_where_there_is_no_address_or_an_owner(bring_in, ada):
    bring_in("name\nBo\n")
    assert invite(ProfileOrigin.objects.get(page__title="Bo")) is False

    ProfilePage.objects.filter(title="Ada Lux").update(member=ada)
    assert invite(ProfileOrigin.objects.get(page__title="Ada Lux")) is False


def test_it_is_written_in_the_language_of_their_text(bring_in, django_capture_on_commit_callbacks):
    bring_in("name;headline_de;email\nBo;Karten;bo@example.org\n")

    with django_capture_on_commit_callbacks(execute=True):
        invite(ProfileOrigin.objects.get())

    assert "?lang=de" in mail.outbox[-1].body


def test_the_same_link_is_the_same_profile(invited):
    assert opened(token_of(invited)) == invited
    assert opened("nonsense") is None
