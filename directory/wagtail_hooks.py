"""What the directory adds to a member's space."""

from django.urls import reverse
from wagtail import hooks

from cluster.accounts.my_space import MemberData, Panel

from . import membership
from .completeness import completeness_of
from .member_data import data_of, erase, files_of
from .models import ProfilePage
from .my_profile.overview import address_of

PROFILE_OFFERED = "profile_offered"


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
