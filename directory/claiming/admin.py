"""Editors invite the people of imported profiles."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.admin.widgets.button import Button

from ..models import ProfileOrigin, ProfilePage
from .links import VALID
from .sending import address_of, invite


def invite_one(request, pk):
    """Where an invitation stands, and a button that sends it, once more where it was lost."""
    origins = ProfileOrigin.objects.select_related("page")
    origin = get_object_or_404(origins, page=pk)
    if not origin.page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if request.method == "POST":
        if invite(origin):
            messages.success(request, _("The invitation is on its way."))
        else:
            messages.error(request, _("There is nobody to invite."))
        return redirect("profile_invitation", pk)
    context = {"origin": origin, "email": address_of(origin), "days": VALID.days}
    return render(request, "directory/claiming/invite.html", context)


class InviteAction(PageBulkAction):
    """For the profiles that are ticked in a list."""

    display_name = gettext_lazy("Invite to take over")
    action_type = "invite"
    aria_label = gettext_lazy("Invite the people of the selected imported profiles")
    template_name = "directory/claiming/invite_many.html"
    action_priority = 60

    def check_perm(self, page):
        return (
            page.permissions_for_user(self.request.user).can_publish()
            and ProfileOrigin.objects.filter(
                page=page.pk, claimed_at=None, page__member=None
            ).exists()
        )

    @classmethod
    def execute_action(cls, objects, **kwargs):
        pks = [page.pk for page in objects]
        origins = ProfileOrigin.objects.filter(page__in=pks)
        return sum(map(invite, origins.order_by("pk"))), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext(
            "%(count)d invitation is on its way",
            "%(count)d invitations are on their way",
            num_parent_objects,
        ) % {"count": num_parent_objects}


@hooks.register("register_page_header_buttons")
def invite_button(page, user, view_name, next_url=None):
    if not isinstance(page, ProfilePage) or page.member_id:
        return
    if ProfileOrigin.objects.filter(page=page.pk, claimed_at=None).exists():
        yield Button(
            _("Invite to take over"),
            reverse("profile_invitation", args=[page.pk]),
            icon_name="mail",
            priority=55,
        )


hooks.register("register_bulk_action", InviteAction)
