"""What is read from the cells of each column, and what is wrong with them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cluster.core.plain import one_line, visible, web_address
from cluster.geo.gazetteer import fold

from ..models import Branch, Skill
from ..models.choices import SPOKEN_LANGUAGES, Availability, Kind, Precision
from ..models.profile import MAX_BRANCHES

MAX_SKILLS, MAX_SKILL = 30, 50
MAX_LINKS = 20
BETWEEN = re.compile(r"[;|\n]")
BETWEEN_WORDS = re.compile(r"[;,|\n]")
BETWEEN_LINKS = re.compile(r"[;,]?\s+|\||;(?=https?://|www\.)|;$")
"""A web address may hold the mark itself."""
KINDS_ALSO = {
    Kind.FREELANCER: (
        *("freelance", "indépendant", "self-employed", "sole trader"),
        *("selbstständig", "selbständig", "freiberuflich", "Freiberufler", "Freiberuflerin"),
    ),
    Kind.STUDIO: (
        *("entreprise", "société", "agence", "bureau", "company", "agency"),
        *("Firma", "Unternehmen", "Agentur", "Büro"),
    ),
    Kind.COLLECTIVE: ("collectif", "association", "asbl", "Kollektiv", "Verein"),
}
"""What files call the kinds besides our own words for them."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words profiles are sorted by, by how they may be written."""

    branches: dict[str, str]
    """Folded name or slug → slug."""
    skills: dict[str, str]
    """Name in any language without case → name as it is written here."""

    @classmethod
    def read(cls) -> "Words":
        branches: dict[str, str] = {}
        skills: dict[str, str] = {}
        for branch in Branch.objects.all():
            for name in (branch.slug, *branch.names.values()):
                branches.setdefault(fold(name), branch.slug)
        every = list(Skill.objects.order_by("pk").values_list("name", "names"))
        for coined, names in every:
            for name in names.values():
                skills.setdefault(name.casefold(), coined)
        return cls(branches, skills | {coined.casefold(): coined for coined, _names in every})


class ChoiceCell(forms.Field):
    """One of a few things, by its stored word, its label in any language, or what else it is
    called: words by stored word."""

    def __init__(self, choices: Any, also: Mapping[Any, Iterable[str]] | None = None):
        super().__init__()
        others = {fold(word): str(value) for value, words in (also or {}).items() for word in words}
        self.known = others | labelled(tuple(choices))
        self.some = [label for _value, label in choices]

    def clean(self, value: str) -> str:
        if found := self.known.get(fold(value)):
            return found
        raise ValidationError(
            _("“%(value)s” is not known here. Write one of: %(some)s."),
            params={"value": value[:50], "some": ", ".join(map(str, self.some))},
        )


class LanguagesCell(forms.Field):
    def __init__(self, **kwargs: Any):
        super().__init__(**kwargs)
        self.one = ChoiceCell(SPOKEN_LANGUAGES)

    def clean(self, value: str) -> list[str]:
        return list(dict.fromkeys(self.one.clean(one) for one in _parts(BETWEEN_WORDS, value)))


class BranchesCell(forms.Field):
    def __init__(self, known: Mapping[str, str], **kwargs: Any):
        super().__init__(**kwargs)
        self.known = known

    def clean(self, value: str) -> list[str]:
        slugs = list(dict.fromkeys(self._slugs(value)))
        if len(slugs) > MAX_BRANCHES:
            raise ValidationError(_("At most three branches."))
        return sorted(slugs)

    def _slugs(self, value: str) -> Iterator[str]:
        """A name may hold a comma itself: the longest run of parts that is one is taken."""
        for part in _parts(BETWEEN, value):
            pieces = part.split(",")
            while pieces:
                for end in range(len(pieces), 0, -1):
                    if slug := self.known.get(fold(",".join(pieces[:end]))):
                        yield slug
                        pieces = pieces[end:]
                        break
                else:
                    raise ValidationError(
                        _("“%(value)s” is not a branch of the directory."),
                        params={"value": pieces[0].strip()[:50]},
                    )


class SkillsCell(forms.Field):
    def __init__(self, known: Mapping[str, str], **kwargs: Any):
        super().__init__(**kwargs)
        self.known = known

    def clean(self, value: str) -> list[str]:
        names = [" ".join(one.split()) for one in _parts(BETWEEN_WORDS, value)]
        if too_long := next((name for name in names if len(name) > MAX_SKILL), None):
            raise ValidationError(
                _("“%(name)s…” is too long for a skill. Put commas between skills."),
                params={"name": too_long[:MAX_SKILL]},
            )
        chosen = {name.casefold(): self.known.get(name.casefold(), name) for name in names}
        if len(chosen) > MAX_SKILLS:
            raise ValidationError(
                _("At most %(max)d skills; these are %(count)d."),
                params={"max": MAX_SKILLS, "count": len(chosen)},
            )
        return sorted(set(chosen.values()), key=str.casefold)


class LinksCell(forms.Field):
    def clean(self, value: str) -> list[str]:
        links = [self._link(one) for one in _parts(BETWEEN_LINKS, value)]
        if len(links) > MAX_LINKS:
            raise ValidationError(_("At most %(max)d links."), params={"max": MAX_LINKS})
        return list(dict.fromkeys(links))

    def _link(self, text: str) -> str:
        link = text if "://" in text else f"https://{text}"
        try:
            web_address(link)
        except (ValidationError, IndexError) as error:
            raise ValidationError(
                _("“%(value)s” is not a web address, like https://example.org/."),
                params={"value": text[:100]},
            ) from error
        if len(link) > 200:
            raise ValidationError(_("A web address has at most 200 characters."))
        return link


class DegreesCell(forms.FloatField):
    def clean(self, value: str) -> float:
        return round(super().clean(value.replace(",", ".")), 6)


class LowerEmailCell(forms.EmailField):
    def clean(self, value: str) -> str:
        return super().clean(value).lower()


def cells_of(words: Words) -> dict[str, forms.Field]:
    """For each column the field that reads its cells; none is asked about an empty one."""
    languages = list(settings.LOCALE_LABELS)
    return {
        "reference": forms.CharField(max_length=100, validators=[one_line]),
        "name": forms.CharField(max_length=120, validators=[one_line, visible]),
        "kind": ChoiceCell(Kind.choices, also=KINDS_ALSO),
        **{f"headline_{code}": forms.CharField(max_length=140) for code in languages},
        **{f"text_{code}": forms.CharField(max_length=10_000) for code in languages},
        "branches": BranchesCell(words.branches),
        "skills": SkillsCell(words.skills),
        "locality": forms.CharField(max_length=100),
        "postcode": forms.CharField(max_length=20),
        "latitude": DegreesCell(min_value=-90, max_value=90),
        "longitude": DegreesCell(min_value=-180, max_value=180),
        "precision": ChoiceCell(
            [(Precision.EXACT, _("exact")), (Precision.LOCALITY, _("locality only"))]
        ),
        "languages": LanguagesCell(),
        "availability": ChoiceCell(Availability.choices),
        "links": LinksCell(),
        "email": LowerEmailCell(max_length=254),
    }


@cache
def labelled(choices: tuple[tuple[str, Any], ...]) -> dict[str, str]:
    """What may be written → what is stored."""
    known: dict[str, str] = {}
    for language in settings.LOCALE_LABELS:
        with override(language):
            known |= {fold(str(label)): str(value) for value, label in choices}
    return known | {fold(str(value)): str(value) for value, _label in choices}


def _parts(between: re.Pattern[str], value: str) -> list[str]:
    return [part.strip() for part in between.split(value) if part.strip()]
