"""The editors' list of profiles: what it is narrowed by, what it costs, what is downloaded."""

import csv
import datetime as dt
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from directory import membership
from directory.completeness import ITEMS, completeness_of, thin, with_completeness
from directory.membership import state_from, state_of
from directory.models import ProfileLink, ProfilePage, ProfileText, Realisation
from tests.factories.members import MemberFactory, confirmed_profile, ready_profile

pytestmark = pytest.mark.django_db
LIST = "/admin/profiles/"
QUERIES = 21
EVERY_STATE = {"draft", "waiting", "rejected", "public", "edited", "unpublished"}


@pytest.fixture
def one_in_every_state(editor):
    """Named after the state each is in."""
    made = {}
    for name in EVERY_STATE:
        made[name] = ready_profile(MemberFactory(), name=name)
    for name in ("waiting", "rejected", "public", "edited", "unpublished"):
        membership.submit(made[name], by=made[name].member)
    for name in ("public", "edited", "unpublished"):
        membership.confirm(made[name], by=editor)
    reject(made["rejected"], editor)
    with membership.editing(made["edited"].member) as draft:
        membership.save_draft(draft, by=draft.member)
    ProfilePage.objects.get(title="unpublished").unpublish()
    return made


def reject(page, editor):
    state = ProfilePage.objects.get(pk=page.pk).current_workflow_state.current_task_state
    state.task.specific.on_action(state, editor, "reject", comment="Why?")


def names(client, query=""):
    page = BeautifulSoup(client.get(f"{LIST}?{query}").content, "html.parser")
    return {link.text.strip() for link in page.select("td.title .title-wrapper a")}


def test_each_filter_keeps_what_it_says(client, one_in_every_state):
    kept = {
        "state=draft": {"draft"},
        "state=waiting": {"waiting"},
        "state=rejected": {"rejected"},
        "state=public": {"public", "edited"},
        "state=edited": {"edited"},
        "state=unpublished": {"unpublished"},
        "state=public&canton=Wiltz": set(),
        "state=public&account=no": set(),
        "account=yes&state=waiting": {"waiting"},
        "filled=little": {"public", "edited"},
        "filled=enough": set(),
        "unconfirmed=12": set(),
        "unconfirmed=nonsense": EVERY_STATE,
    }

    assert {query: names(client, query) for query in kept} == kept


def test_a_list_tells_the_states_that_each_profile_tells_by_itself(one_in_every_state):
    for page in ProfilePage.objects.with_review():
        one = ProfilePage.objects.get(pk=page.pk)
        assert state_from(page, review=page.review, edited=page.is_edited) is state_of(one).code


def test_old_confirmations_are_found_by_age_and_by_day(client, one_in_every_state):
    moment = timezone.localtime() - dt.timedelta(days=400)
    ProfilePage.objects.filter(title="public").update(confirmed_at=moment)

    assert names(client, "unconfirmed=12") == {"public"}
    assert names(client, "unconfirmed=24") == set()
    assert names(client, f"confirmed_at_to={moment:%Y-%m-%d}") == {"public"}
    assert names(client, f"confirmed_at_from={moment:%Y-%m-%d}&confirmed_at_to=2999-01-01") == {
        "public",
        "edited",
    }


def test_a_profile_without_an_account_is_found(client, editor):
    page = confirmed_profile(MemberFactory(), editor, name="Ada")
    ProfilePage.objects.filter(pk=page.pk).update(member=None)

    assert names(client, "account=no") == {"Ada"}
    assert names(client, "account=yes") == set()


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_costs_the_same_for_one_profile_and_for_three(client, editor, many):
    for number in range(many):
        confirmed_profile(MemberFactory(), editor, name=f"Ada {number}")
        member = MemberFactory()
        membership.submit(ready_profile(member, name=f"Bo {number}"), by=member)
    client.get(LIST)

    with CaptureQueriesContext(connection) as queries:
        client.get(LIST)

    assert len(queries) == QUERIES


def filled(member, editor, *, things):
    """A public profile with so many things beyond those it needs to be submitted."""
    page = confirmed_profile(member, editor, name=f"{things} more")
    with membership.editing(member) as draft:
        if things > 0:
            draft.texts = [ProfileText(language="en", headline="Maps", body="I draw them.")]
        if things > 1:
            draft.languages = ["fr"]
        if things > 2:
            draft.realisations = [Realisation(title="Town hall")]
        if things > 3:
            draft.realisations = [Realisation(title="Town hall"), Realisation(title="Bridge")]
        if things > 4:
            draft.links = [ProfileLink(url="https://example.org/")]
            draft.skills.set(["Maps"])
        membership.save_draft(draft, by=member)
    return page


def test_what_is_counted_of_rows_is_what_is_counted_of_a_profile(editor):
    for things in range(6):
        filled(MemberFactory(), editor, things=things)

    counted = {page.title: page.done for page in with_completeness(ProfilePage.objects.all())}

    assert counted == {page.title: completeness_of(page).done for page in ProfilePage.objects.all()}
    assert counted == {"0 more": 3, "1 more": 4, "2 more": 5, "3 more": 6, "4 more": 7, "5 more": 9}
    assert [page.title for page in thin(ProfilePage.objects.all())] == [
        "0 more",
        "1 more",
        "2 more",
    ]


def test_the_table_is_downloaded_as_it_is_narrowed_and_runs_nothing(client, editor):
    member = MemberFactory()
    confirmed_profile(member, editor, name='=HYPERLINK("https://evil.example")')
    ready_profile(MemberFactory(), name="Draft")

    table = client.get(f"{LIST}?state=public&export=csv")
    [row] = csv.DictReader(b"".join(table.streaming_content).decode().splitlines())

    assert row["Name"] == '\'=HYPERLINK("https://evil.example")'
    assert (row["State"], row["Branches"], row["Canton"]) == (
        "Public",
        "Design",
        "Esch-sur-Alzette",
    )
    assert (row["Filled in"], row["With an account"]) == (f"3/{len(ITEMS)}", "yes")


def test_the_same_table_comes_as_a_workbook_of_texts(client, editor):
    confirmed_profile(MemberFactory(), editor, name="=1+1")

    table = client.get(f"{LIST}?export=xlsx")
    sheet = load_workbook(BytesIO(b"".join(table.streaming_content))).active

    [heads, row] = sheet.iter_rows()
    assert [cell.value for cell in heads][:3] == ["Name", "State", "Branches"]
    assert (row[0].value, row[0].data_type) == ("=1+1", "s")


def test_members_download_nothing(client, tree):
    client.force_login(MemberFactory())

    assert client.get(f"{LIST}?export=csv").status_code == 403
