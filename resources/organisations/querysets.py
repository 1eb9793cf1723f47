from functools import reduce
from operator import or_
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Cast

from directory.words import words


class OrganisationQuerySet(models.QuerySet):
    def helping_with(self, *, purpose: str = "", need: str = "") -> Self:
        """With a need of this purpose, or with this very need."""
        model: Any = self.model
        through = model.needs.through.objects.filter(organisation=OuterRef("pk"))
        if need:
            through = through.filter(need__slug=need)
        if purpose:
            through = through.filter(need__purpose=purpose)
        return self.filter(Exists(through)) if need or purpose else self

    def helping(self, audience: str) -> Self:
        """Those of this audience, and those that say nothing of whom they help."""
        return self._listing("audience_kinds", audience, or_silent=True)

    def speaking(self, language: str) -> Self:
        return self._listing("languages", language)

    def saying(self, text: str) -> Self:
        """With words that begin as every word of the text does; accents and case ignored."""
        found = self
        for word in words(text)[:10]:
            found = found.filter(search_text__contains=f" {word}")
        return found

    def _listing(self, field: str, value: str, *, or_silent: bool = False) -> Self:
        """A list kept as JSON, which SQLite cannot search."""
        texts = self.annotate(**{f"{field}_text": Cast(field, models.TextField())})
        wanted = [Q(**{f"{field}_text__contains": f'"{value}"'})]
        if or_silent:
            wanted.append(Q(**{field: []}))
        return texts.filter(reduce(or_, wanted))


class NeedQuerySet(models.QuerySet):
    def unmet(self) -> Self:
        """What nobody helps with yet: a gap."""
        model: Any = self.model
        through = model.organisations.through.objects
        return self.filter(~Exists(through.filter(need=OuterRef("pk"))))
