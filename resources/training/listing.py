"""The trainings a visitor asked for: a handful, so all of them are read."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cluster.core.sections import open_to_all
from directory.models.profile import SPOKEN_LANGUAGES

from ..forms import ForgivingForm
from ..languages import best_of
from ..models.training import TrainingPage
from .levels import Level


class TrainingsForm(ForgivingForm):
    level = forms.ChoiceField(
        label=_("Level"), required=False, choices=[("", _("all")), *Level.choices]
    )
    language = forms.ChoiceField(
        label=_("Language of teaching"),
        required=False,
        choices=[("", _("any")), *SPOKEN_LANGUAGES],
    )


class TrainingsList:
    """`rows` are Offered, each training once."""

    def __init__(self, parameters: Any, language: str):
        self.form = TrainingsForm(parameters)
        pages = open_to_all(TrainingPage.objects.select_related("locale")).order_by("path")
        self.rows = [one for one in best_of(pages, language) if self._fits(one.page)]

    def _fits(self, page: TrainingPage) -> bool:
        level, language = (self.form.wanted.get(name) for name in ("level", "language"))
        return (not level or page.level == level) and (not language or language in page.languages)
