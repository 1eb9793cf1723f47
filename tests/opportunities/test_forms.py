"""Writing one on the site: by a member, by a client; bad input gets a word beside its field."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client

from directory.opportunities.member_data import data_of, erase
from directory.opportunities.models import OpportunityListing, OpportunityPage
from tests.factories.directory import profile, skill
from tests.factories.members import MemberFactory
from tests.factories.opportunities import DAY, draft, opportunity, today, typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
NEW = "/me/opportunities/new/"


@pytest.fixture
def member(tree):
    return MemberFactory(email="ada@example.org", language="fr")


@pytest.fixture
def mine(client: Client, member):
    client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
    return client


def errors(response) -> dict[str, str]:
    """The message beside each field that has one."""
    page = BeautifulSoup(response.text, "html.parser")
    return {
        field.select_one("input, textarea, select")["name"]: field.select_one(".errorlist").text
        for field in page.select(".field--invalid")
    }


def test_a_member_writes_one_and_sends_it(mine, member):
    skill("Illustration", de="Zeichnung")

    saved = mine.post(NEW, typed(skills="zeichnung", pay_min="2800"))
    page = OpportunityPage.objects.get()
    assert saved["Location"] == f"/me/opportunities/{page.pk}/"
    assert [one.name for one in page.skills.all()] == ["Illustration"]
    assert (page.owner, page.live) == (member, False)

    sent = mine.post(saved["Location"], {"action": "submit"}, follow=True)
    assert "state--waiting" in sent.text
    assert OpportunityListing.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "\u200b"}, "title"),
        ({"kind": "slavery"}, "kind"),
        ({"branches": []}, "branches"),
        ({"branches": ["9" * 40]}, "branches"),
        ({"skills": "telepathy"}, "skills"),
        ({"locality": ""}, "locality"),
        ({"locality": "Atlantis"}, "locality"),
        ({"pay": ""}, "pay"),
        ({"pay_min": "300", "pay_max": "200"}, "pay_max"),
        ({"pay_min": "9" * 30}, "pay_min"),
        ({"kind": "contest", "fee": "300 €"}, "rules"),
        ({"kind": "contest", "rules": "Un jury."}, "fee"),
        ({"deadline": "2020-01-01"}, "deadline"),
        ({"deadline": (today() + 400 * DAY).isoformat()}, "deadline"),
        ({"answer_url": "http://example.org/"}, "answer_url"),
        ({"answer_url": "javascript:alert(1)"}, "answer_url"),
        ({"body": "x" * 5_000_000}, "body"),
        ({"organisation": "a\x00b"}, "organisation"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(mine, changes, field):
    response = mine.post(NEW, typed(introduction="Bien pensé.", **changes))

    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert "Bien pensé." in response.text
    assert OpportunityPage.objects.count() == 0


def test_unpaid_work_is_flagged_to_its_poster(mine):
    saved = mine.post(NEW, typed(pay="unpaid", pay_min="10"), follow=True)

    assert OpportunityPage.objects.get().pay_min is None
    assert "message--warning" in saved.text


def test_remote_work_needs_no_place(mine):
    assert mine.post(NEW, typed(workplace="remote", locality="")).status_code == 302


def test_a_change_is_kept_and_what_cannot_be_is_said(mine, member):
    page = draft(owner=member)
    address = f"/me/opportunities/{page.pk}/edit/"

    assert 'value="Graphiste"' in mine.get(address).text
    assert list(errors(mine.post(address, typed(title="")))) == ["title"]
    assert mine.post(address, typed(title="Illustratrice")).status_code == 302
    assert OpportunityPage.objects.get().get_latest_revision_as_object().title == "Illustratrice"


def test_nobody_sees_or_changes_what_is_anothers(mine):
    page = draft(owner=MemberFactory(email="other@example.org"))

    for address in (f"/me/opportunities/{page.pk}/", f"/me/opportunities/{page.pk}/edit/"):
        assert mine.get(address).status_code == 404
        assert mine.post(address, {"action": "submit"}).status_code == 404


def test_a_client_proposes_confirms_by_link_and_looks_after_it_there(
    client: Client, tree, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/opportunities/new/", typed(client_email="Client@example.org"))
    assert done["Location"] == "/opportunities/new/?done"
    assert [one.to for one in mailoutbox] == [["client@example.org"]]
    link = next(word for word in mailoutbox[0].body.split() if "/opportunities/" in word)
    address = "/" + link.split("/", 3)[3].split("?")[0]

    assert "state--unconfirmed" in client.get(address).text
    assert OpportunityPage.objects.get().client_confirmed_at is None
    sent = client.post(address, {"action": "submit"}, follow=True)

    assert "state--waiting" in sent.text
    assert OpportunityPage.objects.get().client_confirmed_at is not None
    assert client.post(f"{address}edit/", typed(title="Autre")).status_code == 302
    assert client.get("/opportunities/made-up/").status_code == 404


def test_a_machine_and_too_many_proposals_are_held_off(client: Client, tree):
    trapped = typed(client_email="a@example.org", website="https://spam.example")
    assert client.post("/opportunities/new/", trapped).status_code == 302
    assert OpportunityPage.objects.count() == 0

    answers = [
        client.post("/opportunities/new/", typed(client_email="a@example.org")).status_code
        for _number in range(6)
    ]

    assert answers[-1] == 429
    assert len({one.to[0] for one in mail.outbox}) <= 1


def test_my_space_shows_mine_and_what_fits_my_profile_with_the_reason(mine, member):
    art = skill("Typographie")
    profile("Ada", skills=[art], member=member)
    opportunity("Livre", skills=[art])
    opportunity("La mienne", owner=member, skills=[art])
    opportunity("Autre chose", branches=[])

    text = BeautifulSoup(mine.get("/me/?lang=en").text, "html.parser").text

    assert "because you do Typographie" in " ".join(text.split())
    assert text.count("La mienne") == 1
    assert "Livre" in text
    assert "Autre chose" not in text


def test_a_member_takes_theirs_along_and_leaves_nothing(mine, member):
    opportunity("La mienne", owner=member)
    opportunity("Une autre")

    assert [one["title"] for one in data_of(member)] == ["La mienne"]
    erase(member)
    assert [one.title for one in OpportunityListing.objects.all()] == ["Une autre"]
