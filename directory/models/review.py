"""How a profile is reviewed: before it is first public, and after the fact from then on."""

from django import forms
from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, Revision, Task, TaskState

from .profile import ProfilePage

AGAIN = "again"
"""In the address of what an editor is to look at again."""


class ReasonForm(forms.Form):
    """Asked of an editor who sends a profile back."""

    comment = forms.CharField(
        label=_("Reason"),
        help_text=_("The member reads this as you write it: say what to change."),
        max_length=2_000,
        widget=forms.Textarea({"rows": 4}),
    )


class EditorsReview(AbstractGroupApprovalTask):
    """An editor approves, or sends back with a reason."""

    class Meta:
        abstract = True

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **kwargs):
        """Acts on the state as it is now: of two editors who click, the second changes nothing, nor
        does one who decides on a text that was saved anew meanwhile: they are to look again."""
        page_id = task_state.workflow_state.object_id
        Page.objects.select_for_update().get(pk=page_id)
        current = TaskState.objects.get(pk=task_state.pk).specific
        if current.status == TaskState.STATUS_IN_PROGRESS:
            return super().on_action(current, user, action_name, **kwargs)
        return f"{reverse('wagtailadmin_pages:edit', args=[page_id])}?{AGAIN}="

    def get_actions(self, obj, user):
        if user.is_superuser or self._user_in_groups(user):
            return [("approve", _("Approve"), False), ("reject", _("Send back, with reason"), True)]
        return []

    def get_form_for_action(self, action):
        return ReasonForm if action == "reject" else super().get_form_for_action(action)


class ProfileReview(EditorsReview):
    """The first submission waits for an editor; what a confirmed member changes later passes by
    itself and is noted to be looked at."""

    class Meta:
        verbose_name = _("profile review")
        verbose_name_plural = _("profile reviews")

    def start(self, workflow_state, user=None):
        state = super().start(workflow_state, user=user)
        profile = workflow_state.content_object.specific
        if isinstance(profile, ProfilePage) and profile.confirmed_at:
            LaterEdit.note(profile)
            state.approve(user=user, update=False)
        return state

    @classmethod
    def get_description(cls):
        return _("Editors approve a profile before it is public; later changes pass by themselves.")


OWN_REVIEWS: set[type[Task]] = {ProfileReview}
"""The reviews that have mails and a panel of ours instead of Wagtail's."""


class LaterEdit(models.Model):
    """What a confirmed member changed since an editor last looked; at most one open a profile."""

    page = models.ForeignKey(ProfilePage, on_delete=models.CASCADE, related_name="later_edits")
    before = models.ForeignKey(
        Revision,
        verbose_name=_("last seen"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    edited_at = models.DateTimeField(_("last edited"), default=timezone.now)
    reviewed_at = models.DateTimeField(_("looked at"), null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["edited_at"]
        verbose_name = _("later edit")
        verbose_name_plural = _("later edits")
        constraints = [
            models.UniqueConstraint(
                fields=["page"],
                condition=models.Q(reviewed_at__isnull=True),
                name="one_open_later_edit_a_profile",
            )
        ]

    def __str__(self) -> str:
        return f"{self.page}, {self.edited_at:%Y-%m-%d %H:%M}"

    @classmethod
    def note(cls, profile: ProfilePage) -> None:
        cls.objects.update_or_create(
            page_id=profile.pk,
            reviewed_at=None,
            defaults={"edited_at": timezone.now()},
            create_defaults={"edited_at": timezone.now(), "before_id": profile.live_revision_id},
        )
