"""The filters of the agenda as chips: those that are active, and those there are to choose."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from directory.models import Branch
from directory.vocabulary import Names, name_in, names_of

from .choices import EventType, Level
from .facets import ALL_OF, TRUE, Facets
from .labels import LANGUAGES, label_of
from .links import AgendaLinks
from .reading import DEFAULT_RADIUS

MOST_SKILLS = 20
RADII = (5.0, 10.0, 15.0, 25.0, 50.0)
Chip = dict[str, Any]


class AgendaChips:
    """A chip's number is that of the events behind its address."""

    def __init__(self, facets: Facets, links: AgendaLinks, branches: Mapping[str, Branch]):
        self.facets, self.links, self.branches = facets, links, branches

    @cached_property
    def active(self) -> list[Chip]:
        """Each active filter with the address that is without it."""
        asked = self.links.asked
        return [
            {"label": self._label(*pair), "url": self.links.to(asked.without(*pair))}
            for pair in asked.given
            if pair[0] != "radius"
        ]

    @cached_property
    def types(self) -> list[Chip]:
        """The kinds, and whether an event is free or online: what most people choose by."""
        return [
            *self._choices("free", [TRUE]),
            *self._choices("online", [TRUE]),
            *self._choices("type", EventType.values),
        ]

    @cached_property
    def branch(self) -> list[Chip]:
        return self._choices("branch", list(self.branches))

    @cached_property
    def skill(self) -> list[Chip]:
        """The most frequent, and those chosen."""
        return self._choices("skill", list(self._skill_names))

    @cached_property
    def level(self) -> list[Chip]:
        return self._choices("level", Level.values)

    @cached_property
    def language(self) -> list[Chip]:
        return self._choices("language", list(LANGUAGES))

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What the form says besides its own fields."""
        own = ("q", "near", "radius", "from", "to")
        return [*self.links.asked.given_without(*own), *self.links.kept]

    @property
    def dates(self) -> dict[str, str]:
        return {name: value for name, value in self.links.asked.given if name in ("from", "to")}

    @property
    def narrow_further(self) -> bool:
        """Whether something is chosen that is not in sight without looking for it."""
        seen = ("q", "type", "free", "online", "format", "bbox")
        return bool(self.links.asked.given_without(*seen))

    @property
    def radii(self) -> list[float]:
        return sorted({*RADII, self.links.asked.radius})

    @property
    def usual_radius(self) -> float:
        return DEFAULT_RADIUS

    @cached_property
    def _skill_names(self) -> dict[str, Names]:
        """Of those that have a chip, in the order of the chips. One query, none once kept."""
        counts = self.facets.counts("skill")
        frequent = sorted(counts, key=lambda slug: (-counts[slug], slug))[:MOST_SKILLS]
        shown = list(dict.fromkeys([*frequent, *self.links.asked.skills]))
        names = names_of("skill", shown)
        return {slug: names[slug] for slug in shown if slug in names}

    def _choices(self, facet: str, values: list[str]) -> list[Chip]:
        """Those that lead somewhere, and those chosen, which a click takes away."""
        counts = self.facets.counts(facet)
        chosen = self.facets.chosen.get(facet, set())
        return [
            self._choice(facet, value, counts[value], value in chosen)
            for value in values
            if counts[value] or value in chosen
        ]

    def _choice(self, facet: str, value: str, count: int, active: bool) -> Chip:
        asked = self.links.asked
        add = asked.besides if facet == ALL_OF else asked.instead
        pairs = asked.without(facet, value) if active else add(facet, value)
        return {
            "label": self._label(facet, value),
            "url": self.links.to(pairs),
            "active": active,
            "count": count,
        }

    def _label(self, name: str, value: str) -> str:
        if name == "skill":
            return name_in(self._skill_names.get(value, {"": value}), self.links.language)
        return label_of(
            name,
            value,
            branches=self.branches,
            language=self.links.language,
            query=self.links.asked,
        )
