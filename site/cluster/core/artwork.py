"""A picture for whoever has none: a pattern drawn from the name, the same every time.

The colour is the branch's (CSS: `.branch-N` and `currentcolor`); the drawing is a grid of tiles
that the name's digest chooses, with the initials on a block in its corner.
"""

from functools import lru_cache
from hashlib import sha512

COLUMNS, ROWS, TILE = 8, 6, 50
WIDTH, HEIGHT = COLUMNS * TILE, ROWS * TILE
BLOCK = 2
"""Columns and rows, at the foot of the left side, that the initials take."""
BLANK_OF_16 = 5
"""How many of sixteen tiles stay blank: the white space of the pattern."""

QUARTER_DISCS = (
    "h50a50 50 0 0 1-50 50z",
    "m50 0v50a50 50 0 0 1-50-50z",
    "m50 50h-50a50 50 0 0 1 50-50z",
    "m0 50v-50a50 50 0 0 1 50 50z",
)
HALF_DISCS = (
    "h50a25 25 0 0 1-50 0z",
    "m0 50h50a25 25 0 0 0-50 0z",
    "v50a25 25 0 0 0 0-50z",
    "m50 0v50a25 25 0 0 1 0-50z",
)
TRIANGLES = ("h50l-50 50z", "m50 0v50h-50z", "h50v50z", "v50h50z")
BARS = ("h50v12h-50zm0 25h50v12h-50z", "h12v50h-12zm25 0h12v50h-12z")
DISCS = (
    "m25 5a20 20 0 1 1 0 40a20 20 0 1 1 0-40z",
    "m25 15a10 10 0 1 1 0 20a10 10 0 1 1 0-20z",
    "h50v50h-50z",
)
STEPS = ("h25v25h25v25h-50z", "h50v50h-25v-25h-25z", "h25v25h-25zm25 25h25v25h-25z")
FAMILIES = (QUARTER_DISCS, HALF_DISCS, TRIANGLES, BARS, DISCS, STEPS)


def initials(name: str) -> str:
    """One or two letters: "Anna Weber" AW, "Studio" S; "" where the name has none."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (*words[:1], *words[1:][-1:])).upper()


@lru_cache(maxsize=4096)
def pattern(name: str) -> str:
    """The `d` of one SVG path, WIDTH by HEIGHT."""
    digest = sha512(name.encode()).digest()
    family = FAMILIES[digest[-1] % len(FAMILIES)]
    tiles = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            value = digest[row * COLUMNS + column]
            taken = column < BLOCK and row >= ROWS - BLOCK
            if value % 16 >= BLANK_OF_16 and not taken:
                tile = family[value // 16 % len(family)]
                tiles.append(f"M{column * TILE} {row * TILE}{tile}")
    return "".join(tiles)
