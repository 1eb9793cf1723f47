"""Joining: who you are, what you do, where you are. Every step is saved, none is lost."""

from typing import Any

from django.urls import reverse, reverse_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .. import membership
from ..models import ProfilePage
from .base import MemberView, SectionView
from .forms import PlaceForm, WhatForm, WhoForm, text_in
from .skills import SkillIdeas


class StepView(SectionView):
    template_name = "directory/my_profile/step.html"
    step = 1
    submit = _("Continue")
    saved: Any = ""
    back: Any = ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(step=self.step, steps=range(1, 4), back=self.back, **kwargs)


class WhoView(StepView):
    title = _("Who are you?")
    introduction = _(
        "Three short steps, and your profile is begun. You can change all of it later."
    )
    form_class = WhoForm

    def dispatch(self, request, *args, **kwargs):
        return MemberView.dispatch(self, request, *args, **kwargs)

    def make_form(self, draft, data=None, files=None):
        draft = draft or ProfilePage(title=self.request.user.name)
        language = get_language() or ""
        texts = list(draft.texts.all())
        if texts and language not in [text.language for text in texts]:
            language = texts[0].language
        initial = {"language": language, "headline": text_in(draft, language).headline}
        return WhoForm(data, instance=draft, initial=initial)

    def post(self, request, *args, **kwargs):
        form = self.make_form(None, request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        membership.start_profile(request.user, name=form.cleaned_data["title"])
        return super().post(request, *args, **kwargs)

    def get_success_url(self):
        return reverse("my_profile:what")


class WhatView(SkillIdeas, StepView):
    title = _("What do you do?")
    form_class = WhatForm
    step = 2
    back = reverse_lazy("my_profile:who")

    def get_success_url(self):
        return reverse("my_profile:where")


class WhereView(StepView):
    title = _("Where are you?")
    introduction = _(
        "People look for someone near them. Name your town; only show your exact place if"
        " visitors are welcome."
    )
    form_class = PlaceForm
    step = 3
    submit = _("Save and see my profile")
    saved = _("Saved. Here is your profile: only you see it yet.")
    back = reverse_lazy("my_profile:what")
