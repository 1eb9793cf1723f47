"""The colours of tokens.css as they are, and how far each stands out from what it is put on."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders

COLOUR = re.compile(r"--([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));")
GROUNDS = ("paper", "surface", "tint")
OF_TEXT = (
    *("ink", "muted", "accent", "accent-strong", "danger", "success", "warning"),
    *(f"branch-{number}" for number in range(1, 13)),
)
PAIRS = (
    ("on-accent", "accent"),
    ("paper", "ink"),
    ("paper", "accent"),
    ("ink", "accent-tint"),
    ("ink", "success-tint"),
    ("ink", "warning-tint"),
    ("ink", "danger-tint"),
    ("danger", "danger-tint"),
    ("success", "success-tint"),
    ("warning", "warning-tint"),
    ("muted", "warning-tint"),
)
EDGES = ("line-strong", "focus")
ENOUGH, ENOUGH_FOR_EDGES = 4.5, 3.0


@dataclass(frozen=True, slots=True)
class Contrast:
    """The least there is of one colour on any of its grounds, in light and in dark."""

    name: str
    on: str
    light: float
    dark: float
    needed: float = ENOUGH

    @property
    def enough(self) -> bool:
        return min(self.light, self.dark) >= self.needed


@dataclass(frozen=True, slots=True)
class Colour:
    name: str
    light: str
    dark: str


def colours() -> dict[str, Colour]:
    return _read(Path(str(finders.find("css/tokens.css"))).read_text())


@lru_cache(maxsize=1)
def _read(sheet: str) -> dict[str, Colour]:
    found = COLOUR.finditer(sheet)
    return {one[1]: Colour(one[1], one[2] or one[4], one[3] or one[4]) for one in found}


def contrasts() -> list[Contrast]:
    texts = [_on_grounds(name, ENOUGH) for name in OF_TEXT]
    pairs = [_least(name, (on,), ENOUGH) for name, on in PAIRS]
    return texts + pairs + [_on_grounds(name, ENOUGH_FOR_EDGES) for name in EDGES]


def _on_grounds(name: str, needed: float) -> Contrast:
    return _least(name, GROUNDS, needed)


def _least(name: str, grounds: tuple[str, ...], needed: float) -> Contrast:
    known = colours()
    one, others = known[name], [known[ground] for ground in grounds]
    return Contrast(
        name,
        ", ".join(grounds),
        min(ratio(one.light, other.light) for other in others),
        min(ratio(one.dark, other.dark) for other in others),
        needed,
    )


def ratio(one: str, other: str) -> float:
    """As WCAG 2.2 defines it, of two colours written #rrggbb."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
