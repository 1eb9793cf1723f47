"""What a member may do to their profile, from state to state."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import TaskState, WorkflowState

from directory import membership
from directory.membership import State
from directory.models import LaterEdit, ProfilePage
from directory.review import look_over
from tests.factories.members import MemberFactory, confirmed_profile, ready_profile

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(tree):
    return MemberFactory()


@pytest.fixture
def editor(tree):
    return MemberFactory(editor=True)


def stored(page):
    return ProfilePage.objects.get(pk=page.pk)


def state(page):
    return membership.state_of(stored(page)).code


def rename(member, name):
    with membership.editing(member) as draft:
        draft.title = name
        membership.save_draft(draft, by=member)


def send_back(page, editor, reason):
    task_state = stored(page).current_workflow_task_state
    task_state.task.specific.on_action(task_state, editor, "reject", comment=reason)


def test_starting_twice_makes_one_draft_that_is_not_public(member):
    first = membership.start_profile(member, name="Ada Lux")
    again = membership.start_profile(member, name="Somebody else")

    assert (first.pk, first.title) == (again.pk, again.title)
    assert ProfilePage.objects.count() == 1
    assert (stored(first).live, state(first)) == (False, State.DRAFT)


def test_a_name_in_any_letters_has_an_address(tree):
    page = membership.start_profile(MemberFactory(), name="\u041c\u043e\u0441\u0442")

    assert page.slug == f"page-{page.translation_key.hex[:8]}"


def test_two_members_of_one_name_get_two_addresses(member):
    first = membership.start_profile(member, name="Ada Lux")
    second = membership.start_profile(MemberFactory(), name="Ada Lux")

    assert (first.slug, second.slug) == ("ada-lux", "ada-lux-2")


def test_the_address_follows_the_name_until_it_is_public(member, editor):
    page = ready_profile(member)
    rename(member, "Studio Lux")
    assert stored(page).slug == "studio-lux"

    membership.submit(page, by=member)
    membership.confirm(page, by=editor)
    rename(member, "Studio Luxembourg")

    assert (stored(page).slug, stored(page).title) == ("studio-lux", "Studio Luxembourg")


def test_a_draft_without_branch_headline_and_place_says_what_it_lacks(member):
    page = membership.start_profile(member, name="Ada Lux")

    with pytest.raises(membership.NotReady) as lacking:
        membership.submit(page, by=member)

    assert [item.name for item in lacking.value.reasons] == ["text", "skills", "place"]
    assert state(page) is State.DRAFT


def test_submitting_twice_starts_one_review(member):
    page = ready_profile(member)

    membership.submit(page, by=member)
    membership.submit(page, by=member)

    assert state(page) is State.WAITING
    assert WorkflowState.objects.count() == TaskState.objects.count() == 1


def test_a_submitted_profile_is_public_once_an_editor_confirms_it(member, editor):
    page = ready_profile(member)
    membership.submit(page, by=member)
    assert not stored(page).live

    assert membership.confirm(page, by=editor) is True

    assert state(page) is State.LIVE
    assert stored(page).confirmed_at == stored(page).last_published_at
    assert stored(page).title == "Ada Lux"


def test_of_two_editors_who_approve_the_second_changes_nothing(member, editor):
    page = ready_profile(member)
    membership.submit(page, by=member)
    task_state = stored(page).current_workflow_task_state
    seen_by_both = TaskState.objects.get(pk=task_state.pk).specific
    review = task_state.task.specific

    review.on_action(task_state, editor, "approve")
    published = stored(page).last_published_at
    review.on_action(seen_by_both, MemberFactory(editor=True), "approve")
    review.on_action(seen_by_both, MemberFactory(editor=True), "reject", comment="Too late")

    assert stored(page).last_published_at == published
    assert state(page) is State.LIVE
    assert membership.confirm(page, by=editor) is False


def test_what_was_saved_meanwhile_cannot_be_approved_unseen(member, editor):
    page = ready_profile(member)
    membership.submit(page, by=member)
    seen = stored(page).current_workflow_task_state

    rename(member, "Something else")
    seen.task.specific.on_action(seen, editor, "approve")

    assert state(page) is State.WAITING
    membership.confirm(page, by=editor)
    assert stored(page).title == "Something else"


def test_a_profile_sent_back_carries_its_reason_and_can_be_sent_again(member, editor):
    page = ready_profile(member)
    membership.submit(page, by=member)

    send_back(page, editor, "Please name your studio.")

    assert membership.state_of(stored(page)) == membership.ProfileState(
        State.REJECTED, reason="Please name your studio."
    )
    rename(member, "Studio Lux")
    assert state(page) is State.REJECTED
    membership.submit(page, by=member)
    assert state(page) is State.WAITING
    membership.confirm(page, by=editor)
    assert (state(page), stored(page).title) == (State.LIVE, "Studio Lux")


def test_a_withdrawn_profile_is_a_draft_again(member, editor):
    page = ready_profile(member)
    membership.submit(page, by=member)

    membership.withdraw(page, by=member)
    membership.withdraw(page, by=member)

    assert state(page) is State.DRAFT
    assert membership.confirm(page, by=editor) is False


def test_a_later_edit_is_public_at_once_confirms_and_is_listed_to_be_looked_at(member, editor):
    page = confirmed_profile(member, editor)
    confirmed, before = stored(page).confirmed_at, stored(page).live_revision

    rename(member, "Ada Luxembourg")
    rename(member, "Ada L.")

    assert stored(page).title == "Ada L."
    assert state(page) is State.LIVE_EDITED
    assert stored(page).confirmed_at > confirmed
    assert LaterEdit.objects.get().before == before


def test_an_edit_found_fine_is_off_the_list_unless_it_changed_meanwhile(member, editor):
    page = confirmed_profile(member, editor)
    rename(member, "Ada L.")
    seen, edit = stored(page).live_revision_id, LaterEdit.objects.get()
    rename(member, "Something else")

    assert look_over(edit, by=editor, seen=seen) is False
    assert look_over(edit, by=editor, seen=stored(page).live_revision_id) is True
    assert look_over(edit, by=editor, seen=stored(page).live_revision_id) is False
    assert state(page) is State.LIVE


def test_an_unpublished_profile_comes_back_without_a_new_review(member, editor):
    page = confirmed_profile(member, editor)

    membership.unpublish(page, by=member)
    assert (stored(page).live, state(page)) == (False, State.UNPUBLISHED)
    rename(member, "Ada L.")
    assert not stored(page).live
    membership.submit(page, by=member)

    assert (state(page), stored(page).title) == (State.LIVE_EDITED, "Ada L.")


def test_an_editor_who_publishes_confirms(member, editor):
    page = ready_profile(member)
    membership.submit(page, by=member)

    stored(page).get_latest_revision().publish(user=editor)

    assert state(page) is State.LIVE
    assert stored(page).confirmed_at is not None


def test_an_old_revision_published_again_does_not_take_back_the_confirmation(member, editor):
    page = confirmed_profile(member, editor)
    confirmed = stored(page).confirmed_at

    stored(page).revisions.order_by("pk").first().publish(user=editor)

    assert stored(page).confirmed_at == confirmed


@pytest.mark.parametrize("verb", ["submit", "withdraw", "unpublish", "save_draft"])
@pytest.mark.parametrize("role", ["other member", "editor"])
def test_nobody_else_may_do_it(member, editor, verb, role):
    page = ready_profile(member)
    somebody = editor if role == "editor" else MemberFactory()

    with pytest.raises(PermissionDenied):
        getattr(membership, verb)(page, by=somebody)


@pytest.mark.parametrize("role", ["the member", "other member"])
def test_only_editors_confirm(member, role):
    page = ready_profile(member)
    membership.submit(page, by=member)

    with pytest.raises(PermissionDenied):
        membership.confirm(page, by=member if role == "the member" else MemberFactory())

    assert state(page) is State.WAITING


def test_a_section_saved_in_another_tab_is_kept(member):
    page = ready_profile(member)
    with membership.editing(member) as draft:
        draft.availability = "limited"
        membership.save_draft(draft, by=member)
    with membership.editing(member) as draft:
        draft.kind = "studio"
        membership.save_draft(draft, by=member)

    latest = membership.draft_of(member)
    assert (latest.availability, latest.kind) == ("limited", "studio")
    assert [text.headline for text in latest.texts.all()] == ["I draw maps"]
    assert page.pk == latest.pk
