"""A picture of a title for whoever shares an address, in the site's own colours and shapes."""

import re
from functools import cache, lru_cache
from hashlib import sha512
from io import BytesIO

import font_hanken_grotesk
from PIL import Image, ImageDraw, ImageFont

from .stylesheet import stylesheet

WIDTH, HEIGHT = 1200, 630
MARGIN, TILE = 72, 126
COLUMNS, ROWS = 2, 5
TITLE_WIDTH = WIDTH - COLUMNS * TILE - 2 * MARGIN
SIZES = (84, 68, 54)
LINES = 4


@lru_cache(maxsize=64)
def draw(title: str, line: str, colours: tuple[int, ...], brand: str) -> bytes:
    """A PNG of WIDTH by HEIGHT."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), colour("paper"))
    canvas = ImageDraw.Draw(picture)
    inks = [colour(f"branch-{one}") for one in colours] or [colour("accent")]
    _tiles(canvas, title, inks)
    font, lines = fitted(title)
    canvas.text((MARGIN, MARGIN - 8), "\n".join(lines), colour("ink"), font, spacing=12)
    small = face("Medium", 36)
    canvas.text((MARGIN, HEIGHT - MARGIN - 96), shortened(line, small), inks[0], small)
    canvas.text((MARGIN, HEIGHT - MARGIN - 32), brand, colour("muted"), face("Medium", 30))
    content = BytesIO()
    picture.quantize(64).save(content, "PNG", optimize=True)
    return content.getvalue()


def fitted(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """In the largest letters that leave it whole; what is longer still ends in an ellipsis."""
    for size in SIZES:
        font = face("Bold", size)
        lines = wrapped(title, font)
        if len(lines) <= LINES and all(font.getlength(one) <= TITLE_WIDTH for one in lines):
            return font, lines
    last = shortened(f"{lines[LINES - 1]} …" if len(lines) > LINES else lines[-1], font)
    return font, [*(shortened(one, font) for one in lines[: LINES - 1]), last][:LINES]


def wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split()[:60]:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > TITLE_WIDTH:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def shortened(text: str, font: ImageFont.FreeTypeFont) -> str:
    text = " ".join(text[:200].split())
    if font.getlength(text) <= TITLE_WIDTH:
        return text
    while text and font.getlength(f"{text}…") > TITLE_WIDTH:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _tiles(canvas: ImageDraw.ImageDraw, title: str, inks: list[str]) -> None:
    """Quarter discs and squares that the title's digest chooses, down the right side."""
    digest = sha512(title.encode()).digest()
    for place in range(COLUMNS * ROWS):
        left, top = WIDTH - TILE * (COLUMNS - place % COLUMNS), place // COLUMNS * TILE
        ink, turn = inks[place % len(inks)], digest[place] % 5
        if turn == 4:
            canvas.rectangle((left, top, left + TILE, top + TILE), ink)
            continue
        x, y = left - TILE * (turn in (1, 2)), top - TILE * (turn in (2, 3))
        corner = (x, y, x + 2 * TILE, y + 2 * TILE)
        canvas.pieslice(corner, *((180, 270), (270, 360), (0, 90), (90, 180))[turn], fill=ink)


@cache
def face(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(getattr(font_hanken_grotesk, f"HankenGrotesk{weight}"), size)


def colour(name: str) -> str:
    """The token's, in the light theme."""
    text, _digest = stylesheet()
    found = re.search(rf"--{name}: light-dark\((#[0-9a-f]{{6}})", text)
    return found[1] if found else "#000000"
