"""Writing an opportunity and looking after it: in a member's space, or by a mailed link."""

from allauth.core import ratelimit
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from directory.models import ProfileListing
from directory.my_profile import typed
from directory.my_profile.base import MemberView

from . import posting
from .addresses import list_url, opportunity_url
from .forms import ClientForm, OpportunityForm
from .links import opened
from .mail import tell
from .models import OpportunityPage
from .prefill import prefilled
from .projection import compose
from .showing import Opportunity
from .states import LABELS, state_from, state_of

LIMIT = "opportunity"


@method_decorator(never_cache, name="dispatch")
class StateView(TemplateView):
    """Where one opportunity stands, a preview, and what can be done with it."""

    template_name = "opportunities/state.html"

    @property
    def by(self):
        """The member; None for a client."""
        return None

    @cached_property
    def opportunity(self) -> OpportunityPage:
        raise NotImplementedError

    def address(self) -> str:
        raise NotImplementedError

    def post(self, request, *args, **kwargs):
        page = self.opportunity
        if act := posting.ACTIONS.get(request.POST.get("action", "")):
            state = act(page, by=self.by)
            messages.success(request, f"{state.sentence} {state.next}")
        return redirect(self.address())

    def get_context_data(self, **kwargs):
        draft = posting.draft_of(self.opportunity)
        listing, _terms = compose(draft)
        today, language = timezone.localdate(), get_language() or "fr"
        return super().get_context_data(
            draft=draft,
            state=state_of(self.opportunity, today),
            opportunity=Opportunity(listing, language, today),
            public_url=opportunity_url(self.opportunity.slug, language),
            edit_url=f"{self.address()}edit/",
            **kwargs,
        )


class EditView(StateView):
    template_name = "opportunities/write.html"

    def get(self, request, *args, **kwargs):
        again = typed.take(request)
        if again is not None:
            messages.info(request, _("Here is what you typed. It is not saved yet."))
        return self.show(OpportunityForm(again, instance=posting.draft_of(self.opportunity)))

    def post(self, request, *args, **kwargs):
        form = OpportunityForm(request.POST, instance=posting.draft_of(self.opportunity))
        if not form.is_valid():
            return self.show(form, status=422)
        posting.save(form.save(), by=self.by)
        messages.success(request, _("Saved."))
        return redirect(self.address())

    def show(self, form, status=200):
        context = {"form": form, "view": self, "back": self.address()}
        return render(self.request, self.template_name, context, status=status)


class Mine:
    """The signed-in member's own; another's is not there."""

    @property
    def by(self):
        return self.request.user

    @cached_property
    def opportunity(self):
        return get_object_or_404(OpportunityPage.objects.of(self.by), pk=self.kwargs["pk"])

    def address(self):
        return reverse("my_opportunity", args=[self.kwargs["pk"]])


class ByLink:
    """Whoever has the link from the mail."""

    @cached_property
    def opportunity(self):
        found = opened(self.kwargs["token"])
        if found is None:
            raise Http404
        return found

    def address(self):
        return reverse("opportunity_by_link", args=[self.kwargs["token"]])


class MyStateView(Mine, MemberView, StateView):
    pass


class MyEditView(Mine, MemberView, EditView):
    pass


class LinkStateView(ByLink, StateView):
    pass


class LinkEditView(ByLink, EditView):
    pass


class MyListView(MemberView):
    template_name = "opportunities/mine.html"

    def get_context_data(self, **kwargs):
        mine = OpportunityPage.objects.of(self.request.user).with_review()[:100]
        return super().get_context_data(rows=rows_of(mine), **kwargs)


def rows_of(pages):
    """(page, the label of its state) of each."""
    today = timezone.localdate()
    return [(one, LABELS[state_from(one, review=one.review, today=today)]) for one in pages]


class NewView(MemberView):
    """A member writes one: kept as a draft, to be read once more and sent."""

    template_name = "opportunities/write.html"

    def get(self, request, *args, **kwargs):
        again = typed.take(request)
        if again is not None:
            messages.info(request, _("Here is what you typed. It is not saved yet."))
        return self.show(self.make_form(again))

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        page = posting.post(form.save(), key=form.cleaned_data["key"], by=request.user)
        messages.success(request, _("Saved. Read it once more, then send it."))
        return redirect("my_opportunity", page.pk)

    def make_form(self, data=None):
        profile = ProfileListing.objects.filter(page__member=self.request.user).first()
        name = profile.name if profile else self.request.user.name
        own = {"organisation": name, "language": get_language()}
        initial, self.ignored = prefilled(self.request.GET)
        return OpportunityForm(data, instance=OpportunityPage(), initial=own | initial)

    def show(self, form, status=200):
        back = reverse("my_opportunities")
        context = {"form": form, "is_new": True, "back": back, "ignored": self.ignored}
        return render(self.request, self.template_name, context, status=status)


@never_cache
def propose(request):
    """Somebody without an account writes one; it waits for them to open the link in a mail."""
    if request.user.is_authenticated:
        return redirect(_with_query(request, reverse("new_opportunity")))
    language = get_language() or "fr"
    back = list_url(language)
    if "done" in request.GET:
        return render(request, "opportunities/proposed.html", {"back": back})
    data = request.POST if request.method == "POST" else None
    initial, ignored = prefilled(request.GET)
    initial["language"] = language
    form = ClientForm(data, instance=OpportunityPage(), initial=initial)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if ratelimit.consume(request, action=LIMIT, key=form.cleaned_data["client_email"]):
                _propose(form, language)
                return redirect(f"{request.path}?done")
            status = 429
            form.add_error(None, _("Too many proposals from here. Please try again later."))
    context = {"form": form, "is_new": True, "back": back, "ignored": ignored}
    context["as_member"] = _with_query(request, reverse("new_opportunity"))
    return render(request, "opportunities/write.html", context, status=status)


def _with_query(request, address: str) -> str:
    """What the form is filled in with goes along to the log-in and to a member's own form."""
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query else address


def _propose(form: ClientForm, language: str) -> None:
    email, key = form.cleaned_data["client_email"], form.cleaned_data["key"]
    if form.is_from_a_machine or posting.posted(key, by=None, email=email):
        return
    page = posting.post(form.save(), key=key, by=None, email=email, language=language)
    tell(page, "confirm")
