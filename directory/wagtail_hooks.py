"""What the directory adds to the editors' admin and to a member's space."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cluster.accounts.my_space import MemberData, Panel

from . import membership, new_professions
from .claiming import admin as claiming_admin
from .completeness import completeness_of
from .contact import hooks as contact_hooks  # noqa: F401 - they register themselves
from .credits import hooks as credits_hooks  # noqa: F401 - as above
from .desk import PANELS, OtherReviewsPanel, looks_fine
from .following import hooks as following_hooks  # noqa: F401 - as above
from .importing.urls import urlpatterns as importing_urls
from .looking_again import look_again
from .member_data import data_of, erase, files_of
from .merge_action import MergeSkills
from .models import ProfilePage
from .models.review import EditorsReview
from .my_profile.overview import address_of
from .profile_admin import ProfilesViewSet
from .renewal.views import renew_for_member
from .vocabulary_admin import WordsGroup

PROFILE_OFFERED = "profile_offered"
PAST_THE_REVIEW = ("action-publish", "action-cancel-workflow")

register_snippet(WordsGroup)
hooks.register("register_bulk_action", MergeSkills)
hooks.register("before_edit_page", look_again)


@hooks.register("construct_homepage_panels")
def say_what_waits(request, panels):
    panels[:] = [panel for panel in panels if panel.name != OtherReviewsPanel.name]
    panels += [*(panel(request) for panel in PANELS), OtherReviewsPanel()]


@hooks.register("register_admin_urls")
def decisions():
    return [
        *importing_urls,
        path("profiles/<int:pk>/fine/", looks_fine, name="profile_looks_fine"),
        path("profiles/<int:pk>/confirm/", renew_for_member, name="profile_renew"),
        path("profiles/<int:pk>/invite/", claiming_admin.invite_one, name="profile_invitation"),
    ]


@hooks.register("register_admin_urls")
def report_on_new_professions():
    return new_professions.addresses()


@hooks.register("register_reports_menu_item")
def new_professions_in_the_menu():
    return new_professions.menu_item()


@hooks.register("register_log_actions")
def say_in_the_history(actions):
    actions.register_action("directory.merge", _("Merge"), _("Merged other skills into this one"))


@hooks.register("register_admin_viewset")
def list_of_profiles():
    return ProfilesViewSet("profiles")


@hooks.register("construct_page_listing_buttons")
def offer_no_translation(buttons, page, user, context=None):
    """A profile exists once, with its texts in all its languages."""
    if isinstance(page.specific_deferred, ProfilePage):
        buttons[:] = [one for one in buttons if "localize" not in (one.url or "")]


@hooks.register("construct_page_action_menu")
def approve_or_send_back(menu_items, request, context):
    """To publish past the review, or to end it in silence, would leave its member unanswered."""
    page = context.get("page")
    task = page and page.current_workflow_task
    if isinstance(task, EditorsReview):
        menu_items[:] = [one for one in menu_items if one.name not in PAST_THE_REVIEW]


@hooks.register("my_space_panels", order=10)
def state_of_my_profile(request):
    draft = membership.draft_of(request.user)
    if draft is None:
        return Panel("directory/my_profile/invitation.html")
    completeness = completeness_of(draft)
    return Panel(
        "directory/my_profile/panel.html",
        {
            "draft": draft,
            "state": membership.state_of(draft),
            "completeness": completeness,
            "next_url": completeness.next and address_of(completeness.next, draft),
        },
    )


@hooks.register("my_space_start")
def to_the_first_step(request):
    """Once a session: who has an account for another reason must reach the rest of their space."""
    if PROFILE_OFFERED in request.session or ProfilePage.objects.filter(member=request.user):
        return None
    request.session[PROFILE_OFFERED] = True
    return reverse("my_profile:who")


@hooks.register("export_member_data")
def my_profile(user):
    draft = membership.draft_of(user)
    return MemberData("profile", data_of(draft), files_of(draft))


@hooks.register("delete_member_data")
def delete_my_profile(user):
    erase(user)
