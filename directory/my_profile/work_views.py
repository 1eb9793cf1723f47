from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from .. import membership
from ..models import Realisation
from .base import DraftView, SectionView
from .pictures import MAX_PICTURES, PicturesForm
from .works import MAX_WORKS, WorkForm, find_work, move_work, put_work, remove_work

STAYING = {"again", "first", "earlier", "later"}
"""The buttons after which one goes on with the same work."""


class WorksView(DraftView):
    """The list, in the order shown; buttons move and delete."""

    template_name = "directory/my_profile/works.html"

    def get_context_data(self, **kwargs):
        works = list(self.draft.realisations.all())
        return super().get_context_data(
            works=works, max_works=MAX_WORKS, is_full=len(works) >= MAX_WORKS, **kwargs
        )

    def post(self, request, *args, **kwargs):
        asked = [action for action in ACTIONS if action in request.POST]
        try:
            with membership.editing(request.user) as draft:
                for action in asked:
                    ACTIONS[action][0](draft, request.POST[action])
                if asked:
                    membership.save_draft(draft, by=request.user)
        except membership.Refused as refused:
            for sentence in refused.sentences:
                messages.error(request, sentence)
            return redirect("my_profile:works")
        for action in asked:
            messages.success(request, ACTIONS[action][1])
        return redirect("my_profile:works")


ACTIONS = {
    "up": (lambda draft, key: move_work(draft, key, -1), gettext_lazy("Moved up.")),
    "down": (lambda draft, key: move_work(draft, key, 1), gettext_lazy("Moved down.")),
    "delete": (remove_work, gettext_lazy("Deleted.")),
}


class WorkView(SectionView):
    """One work with its pictures; without a key a new one."""

    template_name = "directory/my_profile/work.html"
    title = gettext_lazy("A piece of work")
    there_already = None

    def make_form(self, draft, data=None, files=None):
        key = self.kwargs.get("key")
        work = find_work(draft, key) if key else self.new_work(draft, data)
        if work is None:
            raise Http404
        self.pictures = PicturesForm(
            data, files, work=work, member=self.request.user, prefix="pictures"
        )
        return WorkForm(data, instance=work, initial={"key": work.key})

    def new_work(self, draft, data):
        """With the key the form came with; where that is kept already, the form came twice."""
        work = Realisation()
        with suppress(ValueError):
            work.key = UUID((data or {}).get("key", ""))
        self.there_already = draft and find_work(draft, work.key)
        return work

    def is_valid(self, form, draft):
        works = draft.realisations.all()
        is_new = form.instance not in works and not self.there_already
        if is_new and len(works) >= MAX_WORKS:
            form.add_error(None, gettext("Twelve pieces of work are enough. Delete one first."))
        valid = all([form.is_valid(), self.pictures.is_valid()])
        if not valid:
            self.pictures.keep_what_came()
        return valid

    def keep(self, form, draft):
        if self.there_already:
            self.work = self.there_already
            return
        work, request = form.save(commit=False), self.request
        self.pictures.apply(work, orders=request.POST)
        put_work(draft, work)
        membership.save_draft(draft, by=request.user)
        self.work = work
        if self.pictures.is_adding and not self.pictures.cleaned_data["alt"]:
            messages.warning(request, gettext("Please say what your new picture shows."))

    def get_success_url(self):
        if self.request.POST.keys() & STAYING or self.pictures.is_adding:
            return reverse("my_profile:work", args=[self.work.key])
        return reverse("my_profile:works")

    def get_context_data(self, **kwargs):
        return super().get_context_data(pictures=self.pictures, max_pictures=MAX_PICTURES, **kwargs)
