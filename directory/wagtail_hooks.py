"""What the directory adds to the editors' admin and to a member's space."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cluster.accounts.my_space import MemberData, Panel

from . import membership
from .completeness import completeness_of
from .contact import hooks as contact_hooks  # noqa: F401 - they register themselves
from .desk import OtherReviewsPanel, ProfilesPanel, looks_fine
from .member_data import data_of, erase, files_of
from .models import LaterEdit, ProfilePage
from .my_profile.overview import address_of
from .profile_admin import ProfilesViewSet
from .vocabulary_admin import WordsGroup

PROFILE_OFFERED = "profile_offered"

register_snippet(WordsGroup)


@hooks.register("construct_homepage_panels")
def say_what_waits(request, panels):
    panels[:] = [panel for panel in panels if panel.name != OtherReviewsPanel.name]
    panels += [ProfilesPanel(), OtherReviewsPanel()]


@hooks.register("register_admin_urls")
def decisions():
    return [path("profiles/<int:pk>/fine/", looks_fine, name="profile_looks_fine")]


@hooks.register("register_admin_viewset")
def list_of_profiles():
    return ProfilesViewSet("profiles")


@hooks.register("after_unpublish_page")
def take_back_the_confirmation(request, page):
    """What an editor took off the site does not come back by itself."""
    ProfilePage.objects.filter(pk=page.pk).update(confirmed_at=None)
    LaterEdit.objects.filter(page_id=page.pk, reviewed_at=None).delete()


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
