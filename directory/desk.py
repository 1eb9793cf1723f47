"""What editors find of profiles on their first screen."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timesince import timesince
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.models import TaskState

from cluster.core.days import date_format
from cluster.core.desk import Button, DeskPanel, Line, publishable

from .completeness import ITEMS, thin
from .models import LaterEdit, ProfilePage, ReportedMessage
from .models.review import OWN_REVIEWS
from .profile_filters import months_ago
from .review import look_over


def edit_url(pk: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[pk])


def compare_url(pk: int, before: int, after: int) -> str:
    return reverse("wagtailadmin_pages:revisions_compare", args=[pk, before, after])


def day_of(moment) -> str:
    return date_format(localtime(moment), "SHORT_DATE_FORMAT")


def listed(query: str) -> str:
    return f"{reverse('profiles:index')}?{query}"


class WaitingPanel(DeskPanel):
    name = "waiting-profiles"
    order = 10
    shown = 10
    empty = gettext_lazy(
        "No profile waits for you. New ones are announced to you by mail and appear here."
    )

    @property
    def more_url(self):
        return listed("state=waiting")

    def heading(self, count):
        return ngettext(
            "%(count)d profile waits for you", "%(count)d profiles wait for you", count
        ) % {"count": count}

    def find(self):
        return publishable(ProfilePage.objects.waiting(), self.user)

    def line(self, row):
        links = []
        if row.decided and row.submitted and row.decided != row.submitted:
            url = compare_url(row.pk, row.decided, row.submitted)
            links = [(_("What changed since it was last decided on"), url)]
        waited = _("waiting for %(time)s") % {"time": timesince(row.waiting_since)}
        return Line(row.draft_title, edit_url(row.pk), [waited], links)


class ChangedPanel(DeskPanel):
    name = "changed-profiles"
    order = 20
    shown = 10

    @property
    def more_url(self):
        return listed("state=edited")

    def heading(self, count):
        return ngettext(
            "%(count)d public profile changed since an editor looked",
            "%(count)d public profiles changed since an editor looked",
            count,
        ) % {"count": count}

    def find(self):
        pages = publishable(ProfilePage.objects.all(), self.user)
        edits = LaterEdit.objects.filter(reviewed_at=None, page__in=pages)
        return edits.select_related("page").order_by("edited_at")

    def line(self, row):
        links = []
        if row.before_id and row.page.live_revision_id:
            url = compare_url(row.page_id, row.before_id, row.page.live_revision_id)
            links = [(_("What changed"), url)]
        return Line(
            row.page.title,
            edit_url(row.page_id),
            [_("%(time)s ago") % {"time": timesince(row.edited_at)}],
            links,
            Button(
                _("Looks fine"),
                reverse("profile_looks_fine", args=[row.pk]),
                "seen",
                row.page.live_revision_id,
            ),
        )


class StalePanel(DeskPanel):
    name = "stale-profiles"
    order = 40

    @property
    def more_url(self):
        return listed("unconfirmed=12&ordering=confirmed_at")

    def heading(self, count):
        return ngettext(
            "%(count)d profile not confirmed for a year",
            "%(count)d profiles not confirmed for a year",
            count,
        ) % {"count": count}

    def find(self):
        stale = ProfilePage.objects.not_confirmed_since(months_ago("12"))
        return publishable(stale, self.user).order_by("confirmed_at", "pk")

    def line(self, row):
        facts = [_("confirmed on %(day)s") % {"day": day_of(row.confirmed_at)}]
        if row.faded_at:
            facts.append(_("says so since %(day)s") % {"day": day_of(row.faded_at)})
        elif row.reminded_at:
            facts.append(_("asked on %(day)s") % {"day": day_of(row.reminded_at)})
        button = Button(
            _("Still right"), reverse("profile_renew", args=[row.pk]), "confirmed", "yes"
        )
        return Line(row.title, edit_url(row.pk), facts, [], button)


class ImportedPanel(DeskPanel):
    name = "imported-profiles"
    order = 35

    @property
    def more_url(self):
        return listed("imported=uninvited")

    def heading(self, count):
        return ngettext(
            "%(count)d imported profile waits for an invitation",
            "%(count)d imported profiles wait for an invitation",
            count,
        ) % {"count": count}

    def find(self):
        found = ProfilePage.objects.imported().filter(live=False, origin__invited_at=None)
        reachable = found.exclude(contact_email="").select_related("origin")
        return publishable(reachable, self.user).order_by("origin__imported_at", "pk")

    def line(self, row):
        facts = [_("imported on %(day)s") % {"day": day_of(row.origin.imported_at)}]
        links = [(_("Invite"), reverse("profile_invitation", args=[row.pk]))]
        return Line(row.draft_title, edit_url(row.pk), facts, links)


class ThinPanel(DeskPanel):
    name = "thin-profiles"
    order = 50

    @property
    def more_url(self):
        return listed("filled=little&ordering=done")

    def heading(self, count):
        return ngettext(
            "%(count)d public profile with little to see",
            "%(count)d public profiles with little to see",
            count,
        ) % {"count": count}

    def find(self):
        return thin(publishable(ProfilePage.objects.all(), self.user))

    def line(self, row):
        filled = _("%(done)d of %(total)d things filled in") % {
            "done": row.done,
            "total": len(ITEMS),
        }
        return Line(row.title, edit_url(row.pk), [filled])


class ReportedPanel(DeskPanel):
    name = "reported-messages"
    order = 30

    @property
    def more_url(self):
        return reverse("reported_messages:index")

    def heading(self, count):
        return ngettext(
            "%(count)d message was reported", "%(count)d messages were reported", count
        ) % {"count": count}

    def find(self):
        allowed = self.user.has_perm("directory.view_reportedmessage")
        reported = ReportedMessage.objects.select_related("profile", "page").order_by(
            "-reported_at"
        )
        return reported if allowed else reported.none()

    def line(self, row):
        to = _("to %(name)s") % {"name": row.recipient_name}
        ago = _("%(time)s ago") % {"time": timesince(row.reported_at)}
        return Line(row.sender_name, reverse("reported_messages:inspect", args=[row.pk]), [to, ago])


class OtherReviewsPanel(WorkflowObjectsToModeratePanel):
    """Wagtail's list of what waits, without what panels of ours show in editors' words."""

    def get_context_data(self, parent_context):
        others = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).exclude(
            task__content_type__model__in=[kind._meta.model_name for kind in OWN_REVIEWS]
        )
        if not others.exists():
            return {"states": []}
        context = super().get_context_data(parent_context)
        ours = tuple(OWN_REVIEWS)
        states = [
            one
            for one in context["states"]
            if not isinstance(one["task_state"].task.specific, ours)
        ]
        return {**context, "states": states}


PANELS = (
    WaitingPanel,
    ChangedPanel,
    ReportedPanel,
    ImportedPanel,
    StalePanel,
    ThinPanel,
)


@require_POST
def looks_fine(request, pk):
    edit = get_object_or_404(LaterEdit.objects.select_related("page"), pk=pk)
    seen = request.POST.get("seen", "")
    if look_over(
        edit, by=request.user, seen=int(seen) if seen.isdecimal() and len(seen) < 19 else 0
    ):
        messages.success(request, _("Noted: %(name)s looks fine.") % {"name": edit.page.title})
    else:
        messages.warning(
            request,
            _("%(name)s has changed again, or a colleague was faster.") % {"name": edit.page.title},
        )
    return redirect("wagtailadmin_home")
