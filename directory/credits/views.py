from allauth.core.ratelimit import consume
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_POST

from .. import membership
from ..models import WorkCredit
from ..my_profile.base import DraftView, MemberView, SectionView
from ..my_profile.works import find_work
from . import asking
from .forms import AnswerForm, CreditForm

A_PAGE = 20


class WorkCreditsView(SectionView):
    """Who took part in a work of mine: named, asked, taken away again."""

    template_name = "directory/my_profile/work_credits.html"
    form_class = CreditForm
    saved = ""

    @property
    def title(self):
        return gettext("Who took part in “%(work)s”") % {"work": self.work.title}

    def make_form(self, draft, data=None, files=None):
        self.work = find_work(draft, self.kwargs["key"])
        if self.work is None:
            raise Http404
        return CreditForm(data)

    def post(self, request, *args, **kwargs):
        if "remove" not in request.POST:
            return super().post(request, *args, **kwargs)
        self.make_form(self.draft)
        try:
            pk = int(request.POST["remove"])
            gone = asking.take_away(self.draft, self.work, pk, by=request.user)
        except (ValueError, OverflowError):
            gone = False
        except membership.Refused as refused:
            gone = False
            for sentence in refused.sentences:
                messages.error(request, sentence)
        if gone:
            messages.success(request, gettext("Taken away."))
        return redirect(self.get_success_url())

    def keep(self, form, draft):
        whom, part = form.listing, form.cleaned_data["part"]
        if not consume(self.request, action="credit", user=self.request.user):
            form.add_error(None, gettext("You have named many people today. Go on tomorrow."))
            return
        try:
            made = asking.credit(draft, self.work, whom=whom, part=part, by=self.request.user)
        except membership.Locked:
            raise
        except membership.Refused as refused:
            form.add_error("who", refused.sentences)
            return
        made.refresh_from_db()
        messages.success(
            self.request,
            gettext("%(name)s is asked by mail, and shown once they agree.") % {"name": whom.name}
            if made.asked_at
            else gettext("%(name)s will be asked as soon as your work is public.")
            % {"name": whom.name},
        )

    def is_kept(self, form, draft):
        return super().is_kept(form, draft) and not form.errors

    def get_success_url(self):
        return reverse("my_profile:work_credits", args=[self.work.key])

    def get_context_data(self, **kwargs):
        there = WorkCredit.objects.filter(owner=self.draft.pk, work=self.work.key).standing()
        credits = list(there.select_related("credited"))
        full = sum(not one.is_declined for one in credits) >= asking.MAX_CREDITS
        return super().get_context_data(
            work=self.work,
            credits=credits,
            is_full=full,
            submit=gettext("Credit them"),
            **kwargs,
        )


class CreditsView(MemberView):
    """Where others credit me: what I am asked comes first."""

    template_name = "directory/my_profile/credits.html"

    def get_context_data(self, **kwargs):
        every = WorkCredit.objects.of_member(self.request.user).select_related("owner")
        pages = Paginator(every.order_by(F("answered_at").desc(nulls_first=True), "-pk"), A_PAGE)
        return super().get_context_data(
            page_of_credits=pages.get_page(self.request.GET.get("page")), **kwargs
        )


SAID = {
    True: gettext_lazy("Accepted: it is shown on both profiles."),
    False: gettext_lazy("Declined: it is not shown."),
}


@method_decorator(require_POST, name="dispatch")
class AnswerView(DraftView):
    after_log_in = reverse_lazy("my_profile:credits")

    def post(self, request, pk, *args, **kwargs):
        if not WorkCredit.objects.asked_of(request.user).filter(pk=pk).exists():
            raise Http404
        form = AnswerForm(request.POST)
        if form.is_valid() and asking.answer(
            pk, accepts=form.cleaned_data["accept"], by=request.user
        ):
            messages.success(request, SAID[form.cleaned_data["accept"]])
        return redirect("my_profile:credits")
