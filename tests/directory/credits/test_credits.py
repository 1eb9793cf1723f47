"""Who took part in a work: named by its owner, shown on both profiles once they agree."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from wagtail.models import Page

from cluster.accounts.privacy import delete_everything
from directory import membership
from directory.credits import asking
from directory.listing import rebuild
from directory.member_data import data_of
from directory.models import ProfileListing, ProfileText, Realisation, WorkCredit
from directory.query import ProfileQuery
from tests.factories.credits import BOTH, NOTHING, credit, page_of, refused, save, shown
from tests.factories.members import MemberFactory, confirmed_profile, ready_profile

pytestmark = pytest.mark.django_db
ADA, BO = "/en/directory/ada-lux/", "/en/directory/bo-blum/"


def hidden_of(form):
    return {field["name"]: field["value"] for field in form.find_all("input", type="hidden")}


def test_who_is_credited_is_asked_in_their_language_and_shown_once_they_accept(
    client, ada, bo, committed
):
    with committed():
        made = credit(ada, part="Sound")
    [letter] = mail.outbox
    assert letter.to == ["bo@example.org"]
    assert "Town hall" in letter.subject
    assert "/me/profile/credits/" in letter.body
    assert shown() == NOTHING

    client.force_login(bo)
    assert "Town hall" in client.get("/me/").text
    client.post(f"/me/profile/credits/{made.pk}/", {"accept": "yes"})

    assert shown() == BOTH
    assert f'<a href="{BO}">Bo Blum</a> (Sound)' in client.get(ADA).text
    assert f'<a href="{ADA}">Town hall</a>' in client.get(BO).text
    assert "Town hall" not in client.get("/me/").text
    assert "Town hall" in client.get("/me/profile/credits/").text


@pytest.mark.parametrize("address", ["/me/", "/me/profile/credits/"])
def test_a_browser_can_send_the_answer_from_each_page_that_asks(ada, bo, address):
    made = credit(ada, part="Sound")
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(bo)
    asked = BeautifulSoup(browser.get(address).text, "html.parser")
    form = asked.find("form", action=f"/me/profile/credits/{made.pk}/")
    browser.post(form["action"], {**hidden_of(form), "accept": "yes"})

    assert shown() == BOTH


def test_programs_and_search_engines_read_who_took_part(client, accepted):
    def works_at(address):
        page = BeautifulSoup(client.get(address).text, "html.parser")
        return json.loads(page.find("script", type="application/ld+json").text)["hasPart"]

    [own], [other] = works_at(ADA), works_at(BO)
    by, part = own["contributor"][0], other["contributor"]
    assert (by["roleName"], by["contributor"]["name"]) == ("Sound", "Bo Blum")
    assert (part["roleName"], other["creator"]["name"]) == ("Sound", "Ada Lux")
    assert by["contributor"]["@id"] == part["contributor"]["@id"]


def test_what_was_declined_is_shown_nowhere_and_not_asked_again(client, ada, bo):
    made = credit(ada)
    client.force_login(bo)
    client.post(f"/me/profile/credits/{made.pk}/", {"accept": "no"})
    assert shown() == NOTHING

    with refused("do not want"):
        credit(ada)
    [work] = page_of(ada).realisations.all()
    assert not asking.take_away(page_of(ada), work, made.pk, by=ada)


def test_an_acceptance_can_be_taken_back_and_given_again(accepted, bo):
    asking.answer(accepted.pk, accepts=False, by=bo)
    assert shown() == NOTHING

    asking.answer(accepted.pk, accepts=True, by=bo)
    assert shown() == BOTH


def test_who_is_not_public_for_the_moment_is_said_not_to_be_shown(client, accepted, ada, bo):
    said = "Not shown: their profile is not public for the moment."
    [work] = page_of(ada).realisations.all()
    client.force_login(ada)
    client.cookies["django_language"] = "en"
    assert said not in client.get(f"/me/profile/work/{work.key}/credits/").text

    membership.unpublish(page_of(bo), by=bo)

    assert said in client.get(f"/me/profile/work/{work.key}/credits/").text
    assert shown() == NOTHING


def test_an_acceptance_can_be_taken_back_while_the_other_profile_is_not_public(
    client, accepted, ada, bo
):
    membership.unpublish(page_of(ada), by=ada)
    client.force_login(bo)
    assert "Town hall" in client.get("/me/profile/credits/").text

    client.post(f"/me/profile/credits/{accepted.pk}/", {"accept": "no"})
    membership.submit(page_of(ada), by=ada)

    assert shown() == NOTHING


def test_nobody_answers_for_another(client, ada, bo):
    made = credit(ada)
    client.force_login(ada)

    assert client.post(f"/me/profile/credits/{made.pk}/", {"accept": "yes"}).status_code == 404
    assert asking.answer(made.pk, accepts=True, by=ada) is None
    assert shown() == NOTHING


def test_a_credit_survives_every_save_and_every_earlier_version(accepted, ada, editor):
    save(ada, availability="unavailable")
    save(ada, realisations=[*membership.draft_of(ada).realisations.all(), Realisation(title="Two")])
    page = page_of(ada)
    for earlier in page.revisions.order_by("-pk"):
        earlier.publish(user=editor)
        if page_of(ada).realisations.exists():
            assert shown() == BOTH


def test_a_changed_name_is_seen_on_the_other_profile(accepted, bo):
    save(bo, title="Bo B.")

    assert shown() == ([("Bo B.", "Sound")], [("Town hall", "Ada Lux", "Sound")])


def test_under_another_title_a_work_is_asked_about_anew(accepted, ada, bo, committed):
    [work] = membership.draft_of(ada).realisations.all()
    work.title = "City hall"
    with committed():
        save(ada, realisations=[work])
    assert shown() == NOTHING
    [letter] = mail.outbox
    assert "City hall" in letter.subject
    assert WorkCredit.objects.of_member(bo).get().is_open

    work.title = "Guildhall"
    with committed():
        save(ada, realisations=[work])
    assert len(mail.outbox) == 1
    assert WorkCredit.objects.of_member(bo).get().title == "Guildhall"
    asking.answer(accepted.pk, accepts=True, by=bo)
    assert shown() == (BOTH[0], [("Guildhall", "Ada Lux", "Sound")])


def test_a_work_that_is_taken_away_takes_its_credits_along(accepted, ada):
    save(ada, realisations=[])

    assert shown() == NOTHING
    assert not WorkCredit.objects.standing().exists()


@pytest.mark.parametrize("whose", ["ada", "bo"])
def test_nothing_is_shown_of_a_profile_that_is_not_public_any_more(accepted, whose, request):
    member = request.getfixturevalue(whose)
    membership.unpublish(page_of(member), by=member)
    assert shown() == NOTHING

    membership.submit(page_of(member), by=member)
    assert shown() == BOTH
    list(rebuild())
    assert shown() == BOTH


@pytest.mark.parametrize("whose", ["ada", "bo"])
def test_an_account_that_goes_leaves_no_credit_behind(accepted, whose, request):
    delete_everything(request.getfixturevalue(whose))

    assert shown() == NOTHING
    assert not WorkCredit.objects.exists()


def test_the_whole_directory_can_be_deleted(accepted):
    Page.objects.get(slug="annuaire").delete()

    assert not WorkCredit.objects.exists()
    assert not ProfileListing.objects.exists()


def test_nobody_is_asked_about_a_work_that_waits_for_review(bo, editor, committed):
    member = MemberFactory(email="new@example.org")
    ready_profile(member, name="Cleo Lux")
    save(member, realisations=[Realisation(title="Town hall")])
    with committed():
        made = credit(member)
        membership.submit(page_of(member), by=member)
    assert "bo@example.org" not in [to for letter in mail.outbox for to in letter.to]
    assert not WorkCredit.objects.of_member(bo).exists()
    assert asking.answer(made.pk, accepts=True, by=bo) is None

    with committed():
        membership.confirm(page_of(member), by=editor)
    with committed():
        save(member, availability="unavailable")

    assert [letter.to for letter in mail.outbox].count(["bo@example.org"]) == 1
    assert WorkCredit.objects.of_member(bo).get().title == "Town hall"


def test_who_took_part_is_found_by_the_work_and_keeps_it_in_their_data(accepted, bo):
    found = ProfileQuery.of({"q": "town hall"}).results("en")

    assert {one["name"] for one in found} == {"Ada Lux", "Bo Blum"}
    [known] = data_of(membership.draft_of(bo))["credited"]
    assert known == {
        "profile": "Ada Lux",
        "title": "Town hall",
        "part": "Sound",
        "answer": "accepted",
    }


def test_a_work_has_so_many_credits_at_most_and_each_profile_once(ada, bo, editor, monkeypatch):
    monkeypatch.setattr(asking, "MAX_CREDITS", 1)
    confirmed_profile(MemberFactory(email="cleo@example.org"), editor, name="Cleo")
    credit(ada)
    with refused("already"):
        credit(ada)

    with refused("Eight people"):
        credit(ada, slug="cleo")


def test_a_copy_of_a_profile_credits_nobody(accepted, ada):
    copy = page_of(ada).copy(update_attrs={"slug": "copy", "title": "Copy"})

    listing = ProfileListing.objects.filter(pk=copy.pk).first()
    assert listing is None or listing.details["realisations"][0]["credits"] == []
    assert shown() == BOTH


def test_editors_read_who_is_credited(client, accepted, ada, editor):
    client.force_login(editor)

    assert "Sound" in client.get(f"/admin/pages/{page_of(ada).pk}/edit/").text


def test_a_text_changed_by_its_member_projects_nobody_else(
    accepted, ada, django_capture_on_commit_callbacks
):
    before = ProfileListing.objects.get(slug="bo-blum")
    ProfileListing.objects.filter(pk=before.pk).update(headline="untouched")

    save(ada, texts=[ProfileText(language="en", headline="Something else")])

    assert ProfileListing.objects.get(pk=before.pk).headline == "untouched"
