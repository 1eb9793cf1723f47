"""The sections of the profile editor, each at its own address."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .. import membership
from ..models import ProfileLink, TeamMember
from .base import SectionView
from .forms import (
    AboutForm,
    AvailabilityForm,
    ContactForm,
    PlaceForm,
    TextForm,
    WhatForm,
    keep_text,
    text_in,
)
from .lists import LinkForm, PersonForm, rows_of
from .portrait import PortraitForm
from .skills import SkillIdeas


class AboutView(SectionView):
    title = _("Name and kind")
    form_class = AboutForm


class WhatView(SkillIdeas, SectionView):
    title = _("Branches and skills")
    form_class = WhatForm


class PlaceView(SectionView):
    title = _("Place")
    introduction = _("Name your town, or move the pin. Only show your exact place if you want to.")
    form_class = PlaceForm


class AvailabilityView(SectionView):
    title = _("Availability and languages")
    form_class = AvailabilityForm


class ContactView(SectionView):
    title = _("Private contact e-mail")
    form_class = ContactForm


class PortraitView(SectionView):
    title = _("Portrait or logo")
    form_class = PortraitForm

    def make_form(self, draft, data=None, files=None):
        return PortraitForm(data, files, instance=draft, member=self.request.user)


class TextView(SectionView):
    """The text in one language; emptied, it goes."""

    template_name = "directory/my_profile/text.html"

    def dispatch(self, request, language, **kwargs):
        if language not in dict(settings.LANGUAGES):
            raise Http404
        self.language = language
        return super().dispatch(request, **kwargs)

    @property
    def title(self):
        return gettext("Text in %(language)s") % {"language": settings.LOCALE_LABELS[self.language]}

    def make_form(self, draft, data=None, files=None):
        return TextForm(data, instance=text_in(draft, self.language))

    def post(self, request, *args, **kwargs):
        if "remove" not in request.POST:
            return super().post(request, *args, **kwargs)
        with membership.editing(request.user) as draft:
            draft.texts = [t for t in draft.texts.all() if t.language != self.language]
            try:
                membership.save_draft(draft, by=request.user)
            except membership.Refused as refused:
                for sentence in refused.sentences:
                    messages.error(request, sentence)
                return redirect(request.path)
        return self.done()

    def keep(self, form, draft):
        keep_text(draft, form.save(commit=False))
        membership.save_draft(draft, by=self.request.user)

    def get_context_data(self, **kwargs):
        languages = [text.language for text in self.draft.texts.all()]
        return super().get_context_data(
            language=self.language,
            can_remove=self.language in languages and len(languages) > 1,
            **kwargs,
        )


class ListView(SectionView):
    """A short list, all rows in one form; an emptied row goes."""

    template_name = "directory/my_profile/rows.html"
    relation = ""
    model: Any = None

    def make_form(self, draft, data=None, files=None):
        return rows_of(self.form_class, getattr(draft, self.relation).all(), data)

    def keep(self, form, draft):
        rows = [
            self.model(sort_order=order, **row)
            for order, row in enumerate(row for row in form.cleaned_data if any(row.values()))
        ]
        setattr(draft, self.relation, rows)
        membership.save_draft(draft, by=self.request.user)


class TeamView(ListView):
    title = _("Team")
    introduction = _("Who works with you. Ask them first. Empty a row to take it away.")
    form_class = PersonForm
    relation = "team"
    model = TeamMember


class LinksView(ListView):
    title = _("Links")
    introduction = _("Your website, shop, networks. Empty a row to take it away.")
    form_class = LinkForm
    relation = "links"
    model = ProfileLink
