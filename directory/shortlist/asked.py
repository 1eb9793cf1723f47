"""What the address of a shortlist says: who is on it, which skills a job needs, and where."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cluster.geo.boxes import plain
from cluster.geo.points import Point

from ..filters import RADII, UNKNOWN, PlaceField, SlugsField
from ..query import Ignored
from ..skill_names import LONGEST, alike, skills_by_name
from ..vocabulary import names_of
from ..words import fold

MOST, MOST_NEEDS = 50, 10
USUAL_RADIUS = 25.0
SEPARATOR = ","
OTHERS = {"lang", "done"}


class ShortlistForm(forms.Form):
    """`p` is a profile, `need` a skill; `skills` are skills in words, `q` looks for more people."""

    p = SlugsField(label=gettext_lazy("Profiles"), required=False, most=MOST)
    need = SlugsField(label=gettext_lazy("Skills needed"), required=False, most=MOST_NEEDS)
    skills = forms.CharField(label=gettext_lazy("Skills"), max_length=200, required=False)
    near = PlaceField(label=gettext_lazy("Near"), max_length=100, required=False)
    radius = forms.FloatField(
        label=gettext_lazy("Within"), min_value=0.1, max_value=500, required=False
    )
    q = forms.CharField(label=gettext_lazy("Search"), max_length=200, required=False)


@dataclass(frozen=True)
class Shortlist:
    """Validated and immutable; `of` makes it from parameters and never raises."""

    profiles: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    near: tuple[str, Point] | None = None
    radius: float = USUAL_RADIUS
    q: str = ""
    unknown: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Skills typed that nobody has, each with the names that may be meant."""
    ignored: tuple[Ignored, ...] = ()

    @classmethod
    def of(cls, parameters: QueryDict) -> "Shortlist":
        form = ShortlistForm(parameters)
        form.is_valid()
        values = form.cleaned_data
        ignored = [
            Ignored(name, parameters.get(name, ""), str(reasons[0]))
            for name, reasons in form.errors.items()
        ]
        for name in parameters:
            if name not in {*form.fields, *OTHERS}:
                ignored.append(Ignored(name, str(parameters[name]), str(UNKNOWN)))
        ignored += _too_many(parameters, "p", MOST)
        typed, unknown = _understood(values.get("skills", ""))
        asked = list(dict.fromkeys([*values.get("need", ()), *typed]))
        there = names_of("skill", asked)
        ignored += [Ignored("need", one, str(UNKNOWN)) for one in asked if one not in there]
        needs = [one for one in asked if one in there]
        ignored += [Ignored("need", one, _at_most(MOST_NEEDS)) for one in needs[MOST_NEEDS:]]
        return cls(
            profiles=tuple(values.get("p", ())),
            needs=tuple(needs[:MOST_NEEDS]),
            near=values.get("near"),
            radius=values.get("radius") or USUAL_RADIUS,
            q=values.get("q", ""),
            unknown=tuple(unknown),
            ignored=tuple(ignored),
        )

    @property
    def radii(self) -> list[float]:
        return sorted({*RADII, self.radius})

    def parameters(self) -> Iterator[tuple[str, str]]:
        """In a fixed order, and without what was searched to find more people."""
        yield from (("p", slug) for slug in self.profiles)
        yield from (("need", slug) for slug in self.needs)
        if self.near:
            yield "near", self.near[0]
        if self.radius != USUAL_RADIUS:
            yield "radius", plain(self.radius)

    def url(self, **changes: Any) -> str:
        """`?…` of this list with some values changed; "?" alone for an empty one."""
        return "?" + urlencode(list(replace(self, **changes).parameters()))

    def with_profile(self, slug: str) -> str:
        return self.url(profiles=tuple(dict.fromkeys((*self.profiles, slug))))

    def without_profile(self, slug: str) -> str:
        return self.url(profiles=tuple(one for one in self.profiles if one != slug))

    def with_need(self, slug: str) -> str:
        return self.url(needs=tuple(dict.fromkeys((*self.needs, slug))))

    def without_need(self, slug: str) -> str:
        return self.url(needs=tuple(one for one in self.needs if one != slug))


def _understood(text: str) -> tuple[list[str], list[tuple[str, tuple[str, ...]]]]:
    """The slugs of the skills named between commas, and what is none with what may be meant."""
    names = [" ".join(one.split()) for one in text.split(SEPARATOR)]
    names = [one for one in names if one][:MOST_NEEDS]
    if not names:
        return [], []
    known = skills_by_name()
    found = [known[fold(one)] for one in names if fold(one) in known]
    unknown = [one for one in names if fold(one) not in known]
    return (
        [slug for slug, _name in found],
        [(one[:LONGEST], tuple(alike(one, known))) for one in unknown],
    )


def _too_many(parameters: QueryDict, name: str, most: int) -> Iterator[Ignored]:
    asked = dict.fromkeys(one for one in parameters.getlist(name) if one)
    yield from (Ignored(name, one, _at_most(most)) for one in list(asked)[most:][:3])


def _at_most(most: int) -> str:
    return _("At most %(number)s at once.") % {"number": most}
