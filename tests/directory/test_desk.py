"""What editors see of profiles in the admin, and what they decide there."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.urls import reverse

from directory import membership
from directory.membership import State
from directory.models import LaterEdit, ProfilePage
from tests.factories.members import MemberFactory, confirmed_profile, ready_profile

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(tree):
    return MemberFactory()


def stored():
    return ProfilePage.objects.get()


def decide(client, action, data=None):
    state = stored().current_workflow_task_state
    return client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[stored().pk, action, state.pk]),
        data or {"comment": ""},
    )


def test_the_first_screen_says_what_waits(client, member, editor):
    page = client.get("/admin/").text
    assert "No profile waits for you." in page

    membership.submit(ready_profile(member), by=member)

    page = client.get("/admin/").text
    assert "1 profile waits for you" in page
    assert reverse("wagtailadmin_pages:edit", args=[stored().pk]) in page


def test_an_approval_publishes_and_mails_the_member(
    client, member, editor, django_capture_on_commit_callbacks
):
    membership.submit(ready_profile(member), by=member)

    with django_capture_on_commit_callbacks(execute=True):
        decide(client, "approve")
        again = client.post("/admin/")

    assert again.status_code in {200, 405}
    assert membership.state_of(stored()).code is State.LIVE
    [message] = mail.outbox
    assert (message.to, message.subject) == ([member.email], "Your profile is public: Ada Lux")


def test_sent_back_with_a_reason_the_member_reads_it_in_the_mail(
    client, member, editor, django_capture_on_commit_callbacks
):
    membership.submit(ready_profile(member), by=member)

    with django_capture_on_commit_callbacks(execute=True):
        decide(client, "reject", {"comment": "Please name <your> studio."})

    assert membership.state_of(stored()).code is State.REJECTED
    [message] = mail.outbox
    assert message.to == [member.email]
    assert "Please name <your> studio." in message.body


def test_what_waits_is_approved_or_sent_back_and_not_published_past_its_review(
    client, member, editor
):
    def offered():
        page = client.get(reverse("wagtailadmin_pages:edit", args=[stored().pk])).text
        menu = BeautifulSoup(page, "html.parser").select_one("footer")
        return [one.get_text(" ", strip=True) for one in menu.select("button.button, a.button")]

    ready_profile(member)
    before = offered()
    membership.submit(stored(), by=member)

    assert "Publish" in before
    first, _more, *others = offered()
    assert (first, others) == ("Save draft", ["Approve and Publish", "Send back, with reason"])


def test_nothing_is_sent_back_without_a_reason(client, member, editor):
    membership.submit(ready_profile(member), by=member)

    decide(client, "reject", {"comment": " "})

    assert membership.state_of(stored()).code is State.WAITING


def test_editors_hear_of_a_submission_once(member, editor, django_capture_on_commit_callbacks):
    page = ready_profile(member)
    with django_capture_on_commit_callbacks(execute=True):
        membership.submit(page, by=member)
        with membership.editing(member) as draft:
            membership.save_draft(draft, by=member)

    assert [(m.to, m.subject) for m in mail.outbox] == [
        ([editor.email], "A profile waits for you: Ada Lux")
    ]


def test_a_later_edit_is_on_the_first_screen_until_it_looks_fine(client, member, editor):
    confirmed_profile(member, editor)
    with membership.editing(member) as draft:
        draft.title = "Ada L."
        membership.save_draft(draft, by=member)
    edit = LaterEdit.objects.get()
    assert "1 public profile changed since an editor looked" in client.get("/admin/").text
    compare = reverse(
        "wagtailadmin_pages:revisions_compare",
        args=[edit.page_id, edit.before_id, stored().live_revision_id],
    )
    assert "Ada L." in client.get(compare).text

    client.post(reverse("profile_looks_fine", args=[edit.pk]), {"seen": stored().live_revision_id})

    assert "changed since an editor looked" not in client.get("/admin/").text


def test_what_an_editor_unpublished_needs_a_new_review(client, member, editor):
    page = confirmed_profile(member, editor)

    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    membership.submit(page, by=member)

    assert membership.state_of(stored()).code is State.WAITING


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"Ada Lux", "Bo Lux", "Cy Lux"}),
        ("state=waiting", {"Bo Lux"}),
        ("state=public", {"Ada Lux"}),
        ("canton=Esch-sur-Alzette", {"Ada Lux", "Bo Lux", "Cy Lux"}),
        ("canton=Wiltz", set()),
        ("state=nonsense", {"Ada Lux", "Bo Lux", "Cy Lux"}),
    ],
)
def test_the_list_of_profiles_narrows_by_state_and_canton(client, editor, query, names):
    people = [MemberFactory() for _number in range(3)]
    confirmed_profile(people[0], editor, name="Ada Lux")
    membership.submit(ready_profile(people[1], name="Bo Lux"), by=people[1])
    ready_profile(people[2], name="Cy Lux")

    page = BeautifulSoup(client.get(f"/admin/profiles/?{query}").content, "html.parser")

    titles = {link.text.strip() for link in page.select("td.title .title-wrapper a")}
    assert titles == names


@pytest.mark.parametrize("address", ["/admin/", "/admin/profiles/", "/admin/profiles/1/fine/"])
def test_members_find_no_desk(client, member, address):
    client.force_login(member)

    assert client.post(address).status_code == 403
