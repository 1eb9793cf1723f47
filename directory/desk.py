"""The editors' first screen: the profiles that wait, and the changes to be looked at."""

from django.contrib import messages
from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.models import WorkflowState

from .models import LaterEdit, ProfilePage
from .review import look_over

SHOWN = 20


def waiting_profiles():
    """Those an editor has to decide on, the longest waiting first, each with `waiting_since`."""
    reviews = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,
        workflow__workflow_tasks__task__content_type__model="profilereview",
        object_id=Cast(OuterRef("pk"), CharField()),
    )
    return (
        ProfilePage.objects.annotate(waiting_since=Subquery(reviews.values("created_at")[:1]))
        .filter(waiting_since__isnull=False)
        .order_by("waiting_since")
    )


class ProfilesPanel(Component):
    name = "profiles"
    order = 10
    template_name = "directory/desk/profiles_panel.html"

    def get_context_data(self, parent_context):
        waiting = waiting_profiles()
        edits = LaterEdit.objects.filter(reviewed_at=None).select_related("page")
        return {
            "waiting": waiting[:SHOWN],
            "waiting_count": waiting.count(),
            "edits": edits[:SHOWN],
            "edits_count": edits.count(),
            "csrf_token": parent_context["csrf_token"],
        }


class OtherReviewsPanel(WorkflowObjectsToModeratePanel):
    """Wagtail's list of what waits, without the profiles, which ours shows in editors' words."""

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        others = [one for one in context["states"] if not isinstance(one["obj"], ProfilePage)]
        return {**context, "states": others}


@require_POST
def looks_fine(request, pk):
    edit = get_object_or_404(LaterEdit.objects.select_related("page"), pk=pk)
    seen = request.POST.get("seen", "")
    if look_over(edit, by=request.user, seen=int(seen) if seen.isdecimal() else 0):
        messages.success(request, _("Noted: %(name)s looks fine.") % {"name": edit.page.title})
    else:
        messages.warning(
            request,
            _("%(name)s has changed again, or a colleague was faster.") % {"name": edit.page.title},
        )
    return redirect("wagtailadmin_home")
