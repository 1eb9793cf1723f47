"""How a component is shown: in each of its states, and each state in both themes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.template.loader import get_template, render_to_string
from django.utils.safestring import SafeString, mark_safe

THEMES = ("light", "dark")
NAMING = re.compile(
    r'(?<=\s)(id|for|form|list|aria-labelledby|aria-describedby|aria-controls)="([^"]+)"'
)
WITHIN = re.compile(r'(?<=\s)href="#([^"]+)"')
INPUTS = re.compile(r"\{# (.+?) #\}")


@dataclass(frozen=True, slots=True)
class State:
    """`opened`: with its <details> open."""

    name: str
    context: Mapping[str, Any] = field(default_factory=dict)
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """`around`: the markup it always stands in; `wide`: it needs the whole width of the window;
    `title`: what it is called where its file's name will not do."""

    template: str
    states: Sequence[State] = (State("as it is"),)
    around: str = "{}"
    wide: bool = False
    title: str = ""

    @property
    def name(self) -> str:
        return self.title or Path(self.template).stem.replace("_", " ")

    @property
    def inputs(self) -> str:
        """What its first line says it takes."""
        file = Path(get_template(self.template).origin.name)  # type: ignore[attr-defined]
        stated = INPUTS.match(file.read_text())
        return stated[1] if stated else ""

    @property
    def drawn(self) -> list[tuple[State, list[tuple[str, SafeString]]]]:
        return [(state, self._panes(state, number)) for number, state in enumerate(self.states)]

    def _panes(self, state: State, number: int) -> list[tuple[str, SafeString]]:
        html = self.around.format(render_to_string(self.template, dict(state.context)))
        if state.opened:
            html = html.replace("<details", "<details open")
        own = f"{self.template.rpartition('.')[0].replace('/', '-')}-{number}"
        return [(theme, named_apart(html, f"{own}-{theme}")) for theme in THEMES]


@dataclass(frozen=True, slots=True)
class Part:
    slug: str
    title: str
    shown: Sequence[Shown]


def named_apart(html: str, own: str) -> SafeString:
    """Its ids, and what refers to them, told apart from those of the other times it is shown."""

    def naming(found: re.Match[str]) -> str:
        names = " ".join(f"{name}-{own}" for name in found[2].split())
        return f'{found[1]}="{names}"'

    return mark_safe(WITHIN.sub(rf'href="#\1-{own}"', NAMING.sub(naming, html)))  # noqa: S308
