"""Once a year: asked, faded, taken off, and back with one click."""

import datetime as dt
import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.management import CommandError
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from directory import membership
from directory.generation import generate
from directory.listing import rebuild
from directory.models import ProfileImport, ProfileListing, ProfilePage
from directory.query import ProfileQuery
from directory.renewal.links import token_of
from tests.factories.directory import profile
from tests.factories.members import MemberFactory, confirmed_profile

pytestmark = pytest.mark.django_db
START = dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)


def now(page):
    return ProfilePage.objects.get(pk=page.pk)


def subjects():
    return [(message.to[0], message.subject) for message in mail.outbox]


def link_in(message):
    address = urlsplit(re.search(r"https?://\S+/profiles/confirm/\S+", message.body).group())
    return f"{address.path}?{address.query}"


REMINDED = ("ada@example.org", "Is your profile still right? Ada Lux")
FADED = ("ada@example.org", "Your profile comes last now: Ada Lux")
LAPSED = ("ada@example.org", "Your profile is no longer public: Ada Lux")


def test_a_year_a_month_and_two_months(ada, clock, daily):
    told = []
    for day in (0, 364, 366, 367, 395, 396, 397, 455, 456, 457, 800):
        clock(day)
        daily()
        daily()
        told.append((day, subjects()))
        mail.outbox.clear()

    assert [(day, mails) for day, mails in told if mails] == [
        (366, [REMINDED]),
        (396, [FADED]),
        (456, [LAPSED]),
    ]
    assert (now(ada).live, membership.state_of(now(ada)).code) == (
        False,
        membership.State.UNPUBLISHED,
    )


def test_who_was_not_asked_yet_is_asked_first_however_old_it_is(ada, aged):
    aged(3_000)

    assert (subjects(), now(ada).live, now(ada).faded_at) == ([REMINDED], True, None)


def test_a_dry_run_says_who_is_due_and_does_nothing(ada, clock, daily):
    clock(366)

    assert "reminded: Ada Lux (2026-01-05)" in daily("--dry-run")
    assert (subjects(), now(ada).reminded_at) == ([], None)


def test_one_click_confirms_and_it_all_begins_anew(ada, aged):
    aged(366, 396)
    link = link_in(mail.outbox[0])

    assert "is your profile still right?" in Client().get(link).text
    assert now(ada).confirmed_at == START
    thanked = Client().post(link, follow=True)

    assert "Thank you!" in thanked.text
    confirmed = now(ada)
    assert (confirmed.confirmed_at, confirmed.reminded_at, confirmed.faded_at) == (
        timezone.now(),
        None,
        None,
    )
    assert ProfileListing.objects.get().summaries["en"]["unconfirmed_since"] is None
    aged(500, 700)
    assert now(ada).live


def test_what_opens_every_link_of_a_mail_confirms_nothing(ada, aged):
    aged(366)
    for method in ("get", "head", "options"):
        getattr(Client(), method)(link_in(mail.outbox[0]))

    assert now(ada).confirmed_at == START


def test_a_link_holds_for_one_confirmation(ada, clock, aged):
    aged(366)
    link = link_in(mail.outbox[0])
    Client().post(link)
    confirmed = now(ada).confirmed_at
    clock(400)

    assert "Thank you!" in Client().post(link).text
    assert now(ada).confirmed_at == confirmed


@pytest.mark.parametrize("token", ["x", "W10:x:y"])
def test_a_forged_link_opens_nothing(tree, token):
    assert Client().get(f"/profiles/confirm/{token}/").status_code == 404


def test_a_faded_profile_says_so_and_comes_last(ada, clock, aged):
    aged(366, 396)
    list(generate(30, seed=1))

    for day in range(396, 410):
        clock(day)
        found = list(all_names())
        assert (len(found), len(set(found)), found[-1]) == (31, 31, ada.pk)
    searched = ProfileQuery.of(query("q=Ada"))
    assert [one["slug"] for one in searched.results("en")] == ["ada-lux"]
    assert "Not confirmed since" in Client().get("/en/directory/ada-lux/").text
    card = BeautifulSoup(Client().get("/en/directory/?q=ada").content, "html.parser")
    assert "not confirmed since 5 January 2026" in " ".join(
        card.select_one(".card__meta").text.split()
    )
    api = Client().get("/api/v1/directory/profiles/?q=ada").json()
    assert api["items"][0]["unconfirmed_since"] == "2026-01-05"


def query(text):

    return QueryDict(text)


def all_names():
    for page in range(1, 5):
        results = ProfileQuery.of(query("")).results("en", offset=(page - 1) * 10, limit=10)
        yield from (one["id"] for one in results)


def test_what_is_rebuilt_is_faded_as_it_was(ada, aged):
    aged(366, 396)
    before = ProfileListing.objects.values().get()

    list(rebuild())

    assert ProfileListing.objects.values().get() == before


def test_one_that_was_taken_off_comes_back_with_one_click_without_review(ada, aged):
    aged(366, 396, 456)
    assert Client().get("/en/directory/ada-lux/").status_code == 404
    link = link_in(mail.outbox[-1])
    assert "Bring it back" in Client().get(link).text

    Client().post(link)

    page = now(ada)
    assert (page.live, page.lapsed_at, page.confirmed_at) == (True, None, timezone.now())
    assert Client().get("/en/directory/ada-lux/").status_code == 200


def test_one_without_a_member_comes_back_as_it_was_and_not_as_editors_have_drafted(ada, aged):
    ProfilePage.objects.update(member=None, contact_email="ada@example.org")
    aged(366, 396, 456)
    link = link_in(mail.outbox[-1])
    draft = now(ada).get_latest_revision_as_object()
    draft.title = "Not ready"
    draft.save_revision()

    Client().post(link)

    page = now(ada)
    assert (page.live, page.title, page.draft_title) == (True, "Ada Lux", "Not ready")


def test_one_that_lacks_something_by_now_says_what(ada, aged):
    aged(366, 396, 456)
    with membership.editing(ada.member) as draft:
        draft.branches = []
        membership.save_draft(draft, by=ada.member)

    shown = Client().post(link_in(mail.outbox[-1]))

    assert "Choose your branches" in shown.text
    assert not now(ada).live


def test_a_profile_without_a_member_comes_back_too(tree, aged):
    page = profile("Ada Lux", contact_email="ada@example.org")
    aged(366, 396, 456)
    assert not now(page).live

    Client().post(link_in(mail.outbox[-1]))

    assert now(page).live


def test_a_link_brings_back_nothing_that_an_editor_or_its_member_took_off(ada, aged):
    aged(366)
    link = link_in(mail.outbox[0])
    membership.unpublish(ada, by=ada.member)

    assert Client().post(link).status_code == 404
    assert not now(ada).live


def test_an_editor_who_publishes_it_again_confirms_it(ada, aged):
    aged(366, 396, 456)

    now(ada).get_latest_revision().publish(user=MemberFactory(editor=True))

    aged(457, 600)
    assert (now(ada).live, now(ada).faded_at) == (True, None)


def test_a_change_confirms_and_makes_the_note_go(ada, aged):
    aged(366, 396)
    with membership.editing(ada.member) as draft:
        draft.title = "Ada L."
        membership.save_draft(draft, by=ada.member)

    assert (now(ada).confirmed_at, now(ada).faded_at) == (timezone.now(), None)
    assert ProfileListing.objects.get().summaries["en"]["unconfirmed_since"] is None


def test_members_are_asked_in_their_language_and_one_nobody_reads_is_not_written_to(tree, aged):
    confirmed_profile(MemberFactory(language="de"), MemberFactory(editor=True))
    nobodys = profile("Nobody")
    mail.outbox.clear()

    aged(366)

    assert ["?lang=de" in message.body for message in mail.outbox] == [True]
    assert now(nobodys).reminded_at is not None


def test_who_could_not_be_told_is_due_again(ada, clock, daily, settings):
    clock(366)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with pytest.raises(CommandError, match="1 mails could not be sent"):
        daily()
    assert now(ada).reminded_at is None

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    daily()
    assert subjects() == [REMINDED]


def test_an_address_no_mail_can_be_written_to_keeps_nobody_from_being_told(ada, clock, daily):
    member = MemberFactory(email=f"bob@{'ü' * 64}.example.org", language="en")
    bob = confirmed_profile(member, MemberFactory(editor=True))
    clock(366)

    with pytest.raises(CommandError, match="1 mails could not be sent"):
        daily()

    assert (now(bob).reminded_at, subjects()) == (None, [REMINDED])


def test_imports_that_are_over_are_forgotten(tree, clock, daily):
    ProfileImport.objects.create(file_name="people.csv", language="fr")
    clock(29)
    daily()
    assert ProfileImport.objects.count() == 1

    clock(31)
    daily("--dry-run")
    assert ProfileImport.objects.count() == 1
    daily()
    assert ProfileImport.objects.count() == 0


def test_the_token_is_of_the_confirmation(ada, clock):
    first = token_of(ada)
    clock(1)
    membership.keep(ada)

    assert token_of(now(ada)) != first
