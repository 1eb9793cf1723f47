"""The resources as a reader finds them: by what brought them here, or by words."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import get_text_for_indexing

from directory.words import words

from .forms import ForgivingForm
from .languages import Offered
from .offering import HELPING, ROOMS, offered
from .purposes import Purpose

MOST_WORDS = 10
TITLE, INTRODUCTION, BODY = 8, 3, 1
"""What a word weighs where it is found."""
SHORTEST_GUESSED = 4
ALIKE = 80
"""Of a hundred: one wrong letter in five."""


class SearchForm(ForgivingForm):
    q = forms.CharField(label=_("Words to look for"), required=False, max_length=120)


@dataclass(frozen=True, slots=True)
class Group:
    purpose: Purpose | None
    resources: list[Offered]


class Shelf:
    """An editor's handful: two queries, one more for a search."""

    def __init__(self, parameters: Any, language: str):
        self.language = language
        self.form = SearchForm(parameters)
        self.asked = self.form.cleaned_data.get("q", "")

    @cached_property
    def _everything(self) -> list[Offered]:
        return offered(self.language, (*HELPING, *ROOMS))

    @property
    def rooms(self) -> list[Offered]:
        return [one for one in self._everything if one.page._meta.model_name in ROOMS]

    @property
    def groups(self) -> list[Group]:
        """One may stand under several headings; what stands under none comes last."""
        helping = [one for one in self._everything if one.page._meta.model_name in HELPING]
        found = [
            Group(purpose, [one for one in helping if purpose in one.page.purposes])
            for purpose in Purpose
        ]
        found.append(Group(None, [one for one in helping if not one.page.purposes]))
        return [group for group in found if group.resources]

    @property
    def is_empty(self) -> bool:
        return not self._everything

    @cached_property
    def found(self) -> list[Offered]:
        """Pages that have every word, or one alike, the best first."""
        weighed = [(weight(self.asked, texts_of(one.page)), one) for one in self._everything]
        best = sorted(weighed, key=lambda pair: -pair[0])
        return [one for points, one in best if points]

    @cached_property
    def organisations(self) -> list[Any]:
        every = apps.get_model("resources.Organisation")._default_manager.all()
        weighed = [(weight(self.asked, [(one.search_text, TITLE)]), one) for one in every]
        best = sorted(weighed, key=lambda pair: -pair[0])
        return [one for points, one in best if points]


def weight(asked: str, texts: Iterable[tuple[str, int]]) -> int:
    """0 where a word is nowhere; accents and case do not count, nor one wrong letter in five."""
    known = [(set(words(text)), points) for text, points in texts]
    each = [_best(word, known) for word in words(asked)[:MOST_WORDS]]
    return sum(each) if each and all(each) else 0


def texts_of(page: Any) -> list[tuple[str, int]]:
    """Title, introduction, and every text of the page's streams and rich fields."""
    said = []
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            said += field.stream_block.get_searchable_content(getattr(page, field.name))
        elif isinstance(field, RichTextField):
            said.append(get_text_for_indexing(getattr(page, field.name)))
    body = " ".join(str(text) for text in said)
    return [(page.title, TITLE), (page.introduction, INTRODUCTION), (body, BODY)]


def _best(word: str, known: list[tuple[set[str], int]]) -> int:
    exact = [points for said, points in known if any(one.startswith(word) for one in said)]
    if exact or len(word) < SHORTEST_GUESSED:
        return 2 * max(exact, default=0)
    alike = [
        points
        for said, points in known
        if process.extractOne(word, said, scorer=fuzz.ratio, score_cutoff=ALIKE)
    ]
    return max(alike, default=0)
