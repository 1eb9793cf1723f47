from dataclasses import dataclass
from random import Random

from PIL import ImageColor, ImageDraw

Colour = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a composition needs: where it draws, its size, its chance and its five colours."""

    pen: ImageDraw.ImageDraw
    width: int
    height: int
    random: Random
    palette: tuple[str, ...]

    @property
    def paper(self) -> Colour:
        return self.colour(0)

    @property
    def ink(self) -> Colour:
        return self.colour(1)

    def colour(self, number: int, alpha: int = 255) -> Colour:
        return (*ImageColor.getrgb(self.palette[number])[:3], alpha)

    def accent(self, alpha: int = 255) -> Colour:
        return self.colour(self.random.randint(2, 4), alpha)

    def fill(self, colour: Colour) -> None:
        self.pen.rectangle((0, 0, self.width, self.height), fill=colour)

    def fade(self, above: Colour, below: Colour, *, until: float = 1) -> None:
        """A vertical gradient from the top down to a share of the height."""
        last = int(self.height * until)
        for row in range(last):
            share = row / last
            mixed = tuple(
                round(a + (b - a) * share) for a, b in zip(above[:3], below[:3], strict=True)
            )
            self.pen.line((0, row, self.width, row), fill=mixed)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        self.pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)

    def ring(self, x: float, y: float, radius: float, colour: Colour, width: int) -> None:
        self.pen.ellipse(
            (x - radius, y - radius, x + radius, y + radius), outline=colour, width=width
        )
