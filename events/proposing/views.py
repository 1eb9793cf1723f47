"""A member proposes an event, follows where it stands, changes it or takes it back."""

from uuid import uuid5

from allauth.core import ratelimit
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cluster.core.sections import section_of
from cluster.media.uploads import decoded
from directory.membership import Refused
from directory.my_profile import typed
from directory.my_profile.base import MemberView

from ..details import EventDetails
from ..models import EventPage, EventProposal
from . import proposals
from .forms import ProposalForm
from .sessions import sessions_form
from .states import LABELS, state_from, state_of

LIMIT = "event_proposal"
SHOWN = 100
LONGEST_KEY = 18


def rows_of(found):
    """(proposal, the label of its state) of each; `found` knows of each one's review."""
    now = timezone.now()
    return [(one, LABELS[state_from(one.page, review=one.review, now=now)]) for one in found]


class MyProposalsView(MemberView):
    template_name = "events/proposing/mine.html"

    def get_context_data(self, **kwargs):
        mine = EventProposal.objects.of(self.request.user).with_review()[:SHOWN]
        return super().get_context_data(rows=rows_of(mine), **kwargs)


class WritingView(MemberView):
    """The form: shown, checked, kept, with nothing typed lost."""

    template_name = "events/proposing/write.html"

    @cached_property
    def page(self) -> EventPage:
        raise NotImplementedError

    def keep(self, form):
        """The proposal, once it is kept. Raises Refused."""
        raise NotImplementedError

    def get(self, request, *args, **kwargs):
        again = typed.take(request)
        if again is not None:
            messages.info(request, _("Here is what you typed. It is not saved yet."))
        return self.show(self.make_form(again), sessions_form(self.page, again))

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST, decoded(request.FILES))
        sessions = sessions_form(self.page, request.POST)
        if not all([form.is_valid(), sessions.is_valid()]):
            form.keep_what_came()
            return self.show(form, sessions, status=422)
        if not ratelimit.consume(request, action=LIMIT, user=request.user):
            return self.turn_away(form, sessions)
        page = form.save()
        sessions.keep(page)
        try:
            proposal = self.keep(form)
        except Refused as refused:
            form.add_error(None, refused.sentences)
            return self.show(form, sessions, status=422)
        messages.success(request, _("Saved. Read it once more."))
        return redirect("my_proposal", proposal.pk)

    def turn_away(self, form, sessions):
        form.keep_what_came()
        form.add_error(None, _("Too many proposals from here. Please try again later."))
        return self.show(form, sessions, status=429)

    def make_form(self, data=None, files=None):
        initial = {"language": get_language()}
        return ProposalForm(
            data, files, instance=self.page, initial=initial, member=self.request.user
        )

    def show(self, form, sessions, status=200):
        context = self.get_context_data(form=form, sessions=sessions)
        return self.render_to_response(context, status=status)


class ProposeView(WritingView):
    """Kept as a draft, to be read once more and sent."""

    extra_context = {"is_new": True}

    @cached_property
    def page(self):
        return EventPage()

    def keep(self, form):
        data, member = form.cleaned_data, self.request.user
        # Each member's own, even where two of them send the same form.
        key = uuid5(data["key"], str(member.pk))
        return proposals.propose(form.instance, key=key, by=member, language=data["language"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(back=reverse("my_proposals"), **kwargs)


class Mine:
    """The signed-in member's own; another's is not there."""

    @cached_property
    def proposal(self):
        pk = self.kwargs["pk"]
        known = len(str(pk)) <= LONGEST_KEY
        found = known and EventProposal.objects.of(self.request.user).filter(pk=pk).first()
        if not found:
            raise Http404
        return found

    def address(self):
        return reverse("my_proposal", args=[self.proposal.pk])


class ChangeView(Mine, WritingView):
    @cached_property
    def page(self):
        return proposals.draft_of(self.proposal)

    def keep(self, form):
        proposals.save(form.instance, by=self.request.user)
        return self.proposal

    def get_context_data(self, **kwargs):
        return super().get_context_data(back=self.address(), **kwargs)


class ProposalView(Mine, MemberView):
    """Where it stands, how others will see it, and what can be done with it."""

    template_name = "events/proposing/state.html"

    def post(self, request, *args, **kwargs):
        action = request.POST.get("action", "")
        sends = action == "submit"
        if sends and not ratelimit.consume(request, action=LIMIT, user=request.user):
            messages.error(request, _("Too many proposals from here. Please try again later."))
        elif act := proposals.ACTIONS.get(action):
            self.act(act)
        return redirect(self.address())

    def act(self, act):
        try:
            state = act(self.proposal.page, by=self.request.user)
        except Refused as refused:
            for sentence in refused.sentences:
                messages.error(self.request, sentence)
        else:
            messages.success(self.request, f"{state.sentence} {state.next}")

    def get_context_data(self, **kwargs):
        draft = proposals.draft_of(self.proposal)
        return super().get_context_data(
            proposal=self.proposal,
            draft=draft,
            details=EventDetails(draft),
            state=state_of(self.proposal.page, timezone.now()),
            directory=section_of("directory.directorypage", get_language()),
            **kwargs,
        )
