"""What waits for an editor about profiles, each kind in a panel of its own."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from directory import membership
from directory.models import ContactMessage, ProfilePage
from tests.factories.accounts import UserFactory
from tests.factories.members import MemberFactory, confirmed_profile, ready_profile

pytestmark = pytest.mark.django_db
YEAR = dt.timedelta(days=366)


def panel(client, name):
    page = BeautifulSoup(client.get("/admin/").content, "html.parser")
    return page.select_one(f"#{name}-section")


def titles(section):
    return [link.text for link in section.select(".desk-line__title")] if section else None


def heading(section):
    return section.select_one("[data-panel-heading-text]").text


def submitted(name="Bo Lux"):
    member = MemberFactory()
    page = ready_profile(member, name=name)
    membership.submit(page, by=member)
    return ProfilePage.objects.get(pk=page.pk)


def reported(profile, name="Spammer"):
    return ContactMessage.objects.create(
        profile=profile,
        sender_name=name,
        sender_email="s@example.org",
        sender_language="en",
        text="Buy!",
        confirmed_at=timezone.now(),
        reported_at=timezone.now(),
    )


def test_what_was_sent_back_and_sent_again_is_compared_with_what_was_sent_back(client, editor):
    page = submitted()
    assert panel(client, "waiting-profiles").select(".desk-line__link") == []
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, editor, "reject", comment="Why?")
    with membership.editing(page.member) as draft:
        draft.title = "Bo Lux, architect"
        membership.save_draft(draft, by=page.member)
    membership.submit(draft, by=page.member)

    [link] = panel(client, "waiting-profiles").select(".desk-line__link")

    again = ProfilePage.objects.get(pk=page.pk).current_workflow_task_state.revision_id
    assert link["href"] == reverse(
        "wagtailadmin_pages:revisions_compare", args=[page.pk, state.revision_id, again]
    )
    assert "architect" in client.get(link["href"]).text


def test_stale_profiles_come_oldest_first_and_lead_to_the_same_list(client, editor):
    for number, name in enumerate(["Ada", "Bo", "Cy"]):
        page = confirmed_profile(MemberFactory(), editor, name=name)
        moment = timezone.now() - YEAR * number
        ProfilePage.objects.filter(pk=page.pk).update(confirmed_at=moment)

    section = panel(client, "stale-profiles")

    assert (heading(section), titles(section)) == (
        "2 profiles not confirmed for a year",
        ["Cy", "Bo"],
    )


def test_more_than_a_panel_shows_are_a_link_away(client, editor):
    for number in range(6):
        page = confirmed_profile(MemberFactory(), editor, name=f"Ada {number}")
    ProfilePage.objects.update(confirmed_at=timezone.now() - YEAR)

    section = panel(client, "stale-profiles")

    assert len(titles(section)) == 5
    [more] = section.select(".desk-more a")
    assert more.text == "See all 6"
    listed = BeautifulSoup(client.get(more["href"]).content, "html.parser")
    assert len(listed.select("td.title")) == 6
    assert page.title in listed.text


def test_thin_profiles_say_how_much_is_filled_in(client, editor):
    confirmed_profile(MemberFactory(), editor, name="Ada")

    section = panel(client, "thin-profiles")

    assert titles(section) == ["Ada"]
    assert section.select_one(".desk-line__fact").text == "3 of 11 things filled in"


def test_a_reported_message_leads_to_what_was_written(client, editor):
    message = reported(confirmed_profile(MemberFactory(), editor))

    section = panel(client, "reported-messages")

    assert titles(section) == ["Spammer"]
    address = section.select_one(".desk-line__title")["href"]
    assert address == reverse("reported_messages:inspect", args=[message.pk])
    assert "Buy!" in client.get(address).text


def test_panels_with_nothing_in_them_are_not_shown(client, editor):
    page = BeautifulSoup(client.get("/admin/").content, "html.parser")

    assert [section["id"] for section in page.select(".desk-panel")] == ["waiting-profiles-section"]
    assert page.select_one(".desk-empty").text.startswith("No profile waits for you.")


def test_who_may_not_publish_profiles_learns_nothing_of_them(client, editor):
    submitted()
    page = confirmed_profile(MemberFactory(), editor, name="Stale")
    ProfilePage.objects.filter(pk=page.pk).update(confirmed_at=timezone.now() - YEAR)
    reported(page)
    writer = UserFactory()
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    writer.groups.add(group)
    client.force_login(writer)

    shown = client.get("/admin/").text

    assert [name for name in ("Bo Lux", "Stale", "Spammer") if name in shown] == []


@pytest.mark.parametrize("many", [1, 3])
def test_the_first_screen_costs_the_same_for_one_of_each_and_for_three(client, editor, many):
    for number in range(many):
        submitted(f"Bo {number}")
        page = confirmed_profile(MemberFactory(), editor, name=f"Ada {number}")
        with membership.editing(page.member) as draft:
            membership.save_draft(draft, by=page.member)
        reported(page)
    ProfilePage.objects.filter(live=True).update(confirmed_at=timezone.now() - YEAR)
    client.get("/admin/")

    with CaptureQueriesContext(connection) as queries:
        shown = client.get("/admin/").text

    assert shown.count('class="desk-line"') == 5 * many
    assert len(queries) == 36
