"""The profile editor's first page, and what a member does with the whole profile."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from .. import membership
from ..sharing.embed import share_of
from ..showing import preview_profile
from .base import DraftView
from .overview import sections_of


class EditorView(DraftView):
    template_name = "directory/my_profile/editor.html"

    def get_context_data(self, **kwargs):
        draft = self.draft
        listing = getattr(draft, "listing", None)
        languages = [text.language for text in draft.texts.all()]
        return super().get_context_data(
            draft=draft,
            state=membership.state_of(draft),
            share=listing and share_of(listing.slug, listing.name, get_language()),
            sections=sections_of(draft),
            languages_to_add=[
                (code, label)
                for code, label in settings.LOCALE_LABELS.items()
                if code not in languages
            ],
            **kwargs,
        )


class PreviewView(DraftView):
    """The draft as others will see it, drawn by what draws it for them."""

    def get(self, request, *args, **kwargs):
        return preview_profile(request, self.draft, way_back=reverse("my_profile:editor"))


@method_decorator(require_POST, name="dispatch")
class ActionView(DraftView):
    after_log_in = reverse_lazy("my_profile:editor")

    def post(self, request, *args, **kwargs):
        self.act(self.draft, request.user)
        return redirect("my_profile:editor")


class ReturningView(ActionView):
    """What may be refused, with sentences that say why."""

    def act(self, draft, member):
        try:
            state = self.bring(draft, member)
        except membership.Refused as refused:
            for sentence in refused.sentences:
                messages.error(self.request, sentence)
        except ValidationError as error:
            for message in error.messages:
                messages.error(self.request, message)
        else:
            messages.success(self.request, self.said(state))

    def said(self, state):
        return f"{state.sentence} {state.next}"


class SubmitView(ReturningView):
    def bring(self, draft, member):
        return membership.submit(draft, by=member)


class KeepView(ReturningView):
    """Once a year, and back again for who has missed it."""

    def bring(self, draft, member):
        return membership.keep(draft)

    def said(self, state):
        return _("Thank you! Your profile is confirmed as of today.")


class WithdrawView(ActionView):
    def act(self, draft, member):
        membership.withdraw(draft, by=member)
        messages.success(self.request, _("Your profile is a draft again."))


class UnpublishView(ActionView):
    def act(self, draft, member):
        membership.unpublish(draft, by=member)
        messages.success(self.request, _("Your profile is no longer public."))
