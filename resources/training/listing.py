"""The trainings a visitor asked for: a handful, so all of them are read."""

from typing import Any
from urllib.parse import urlencode

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
        self.wanted = {key: value for key, value in self.form.cleaned_data.items() if value}
        pages = open_to_all(TrainingPage.objects.select_related("locale")).order_by("path")
        self.rows = [one for one in best_of(pages, language) if self._fits(one.page)]

    @property
    def chips(self) -> list[dict[str, Any]]:
        """Each active filter with the address that is without it."""
        return [
            {"label": self._label(name, value), "url": self._without(name)}
            for name, value in self.wanted.items()
        ]

    def _fits(self, page: TrainingPage) -> bool:
        level, language = self.wanted.get("level"), self.wanted.get("language")
        return (not level or page.level == level) and (not language or language in page.languages)

    def _without(self, name: str) -> str:
        return "?" + urlencode({key: value for key, value in self.wanted.items() if key != name})

    def _label(self, name: str, value: str) -> str:
        field: Any = self.form.fields[name]
        return str(dict(field.choices)[value])
