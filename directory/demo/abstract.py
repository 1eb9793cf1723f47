"""Compositions of pure form."""

import math
from itertools import pairwise

from .canvas import Canvas


def fields(canvas: Canvas) -> None:
    """Two or three floating fields of colour, and a few soft stones across them."""
    chance, wide, high = canvas.random, canvas.width, canvas.height
    canvas.fill(canvas.paper)
    margin = wide * 0.08
    first = chance.uniform(0.26, 0.48)
    cuts = chance.choice([[first], [first, first + chance.uniform(0.15, 0.3)]])
    edges = [0.08, *cuts, 0.92]
    for number, (top, bottom) in enumerate(pairwise(edges)):
        box = (margin, top * high + 14, wide - margin, bottom * high - 14)
        canvas.pen.rounded_rectangle(box, 26, fill=canvas.colour(2 + number % 3, 235))
    for _ in range(chance.randint(2, 5)):
        x, y = chance.uniform(0.2, 0.8) * wide, chance.uniform(0.2, 0.8) * high
        canvas.disc(x, y, chance.uniform(0.05, 0.2) * wide, canvas.accent(170))
    canvas.disc(chance.uniform(0.3, 0.7) * wide, chance.uniform(0.3, 0.7) * high, 70, canvas.ink)


def shapes(canvas: Canvas) -> None:
    """A grid of quarter circles, half circles and squares, as a poster's alphabet."""
    chance = canvas.random
    columns = chance.choice([4, 4, 8])
    side = canvas.width / columns
    canvas.fill(canvas.paper)
    for row in range(math.ceil(canvas.height / side)):
        for column in range(columns):
            x, y = column * side, row * side
            if chance.random() < 0.35:
                canvas.pen.rectangle((x, y, x + side, y + side), fill=canvas.accent())
            if chance.random() < 0.2:
                continue
            corner_x, corner_y = chance.choice([0, 1]), chance.choice([0, 1])
            start = {(0, 0): 0, (1, 0): 90, (1, 1): 180, (0, 1): 270}[corner_x, corner_y]
            reach = chance.choice([side, side, side / 2])
            middle_x, middle_y = x + corner_x * side, y + corner_y * side
            box = (middle_x - reach, middle_y - reach, middle_x + reach, middle_y + reach)
            canvas.pen.pieslice(
                box, start, start + 90, fill=chance.choice([canvas.ink, canvas.accent()])
            )


def weave(canvas: Canvas) -> None:
    """Ribbons over and under each other."""
    chance = canvas.random
    side = chance.choice([110, 165, 220])
    gap = side * 0.12
    canvas.fill(canvas.ink)
    columns = [canvas.accent() for _ in range(canvas.width // side + 1)]
    rows = [
        chance.choice([canvas.paper, canvas.accent()]) for _ in range(canvas.height // side + 1)
    ]
    for column, warp in enumerate(columns):
        x = column * side
        canvas.pen.rectangle((x + gap, 0, x + side - gap, canvas.height), fill=warp)
    shift = chance.choice([2, 2, 3])
    for row, weft in enumerate(rows):
        y = row * side
        for column in range(len(columns)):
            if (row + column) % shift:
                continue
            x = column * side
            canvas.pen.rectangle((x - gap, y + gap, x + side + gap, y + side - gap), fill=weft)
            for thread in range(1, 4):
                level = y + gap + thread * (side - 2 * gap) / 4
                canvas.pen.line(
                    (x - gap, level, x + side + gap, level), fill=canvas.colour(1, 40), width=3
                )


def folds(canvas: Canvas) -> None:
    """Cloth that falls: bands with a common swing."""
    chance, wide, high = canvas.random, canvas.width, canvas.height
    canvas.fill(canvas.paper)
    bands = chance.randint(9, 16)
    swing, waves, phase = chance.uniform(60, 170), chance.uniform(0.8, 2.2), chance.uniform(0, 6)
    step = wide * 1.3 / bands
    colours = [canvas.colour(chance.choice([2, 2, 3, 4]), 255) for _ in range(bands)]
    for band in range(bands, -1, -1):
        base = -0.15 * wide + band * step
        edge = [
            (
                base
                + swing * math.sin(waves * math.pi * y / high + phase + band * 0.22)
                + band * 5,
                y,
            )
            for y in range(0, high + 40, 40)
        ]
        shape = [(-400, 0), *edge, (-400, high)]
        canvas.pen.polygon(shape, fill=colours[band % bands])
        canvas.pen.line(edge, fill=canvas.colour(1, 90), width=4)


def halftone(canvas: Canvas) -> None:
    """A disc in printers' dots over a flat field."""
    chance, wide, high = canvas.random, canvas.width, canvas.height
    canvas.fill(canvas.accent())
    middle_x, middle_y = chance.uniform(0.3, 0.7) * wide, chance.uniform(0.35, 0.65) * high
    canvas.disc(middle_x, middle_y, high * 0.42, canvas.paper)
    step = chance.choice([36, 44, 55])
    dots = canvas.ink
    far = math.hypot(wide, high) * chance.uniform(0.45, 0.7)
    for row, y in enumerate(range(0, high + step, step)):
        for x in range(-(row % 2) * step // 2, wide + step, step):
            near = 1 - min(math.hypot(x - middle_x * 0.6, y - middle_y * 0.5) / far, 1)
            if near > 0.06:
                canvas.disc(x, y, step * 0.62 * near, dots)
    top = chance.uniform(0.68, 0.82) * high
    canvas.pen.rectangle((0, top, wide, top + high * 0.09), fill=canvas.accent())


def sound(canvas: Canvas) -> None:
    """Grooves of a record, or a phrase as bars."""
    chance, wide, high = canvas.random, canvas.width, canvas.height
    if chance.random() < 0.5:
        canvas.fill(canvas.colour(chance.choice([0, 2, 3])))
        x, y = chance.uniform(0.3, 0.7) * wide, chance.uniform(0.35, 0.65) * high
        canvas.disc(x, y, high * 0.62, canvas.ink)
        for radius in range(int(high * 0.24), int(high * 0.62), 13):
            canvas.ring(
                x, y, radius, canvas.colour(0, chance.randint(15, 90)), chance.choice([2, 3])
            )
        canvas.disc(x, y, high * 0.2, canvas.colour(4))
        canvas.disc(x, y, high * 0.13, canvas.colour(3))
        canvas.disc(x, y, 16, canvas.paper)
        return
    canvas.fill(canvas.colour(chance.choice([0, 1])))
    bars = chance.randint(30, 60)
    step = wide * 0.86 / bars
    waves, phase = chance.uniform(1.5, 5), chance.uniform(0, 6)
    for bar in range(bars):
        swell = abs(math.sin(waves * math.pi * bar / bars + phase)) * 0.32 + chance.uniform(
            0.02, 0.09
        )
        x = wide * 0.07 + bar * step
        box = (x, high * (0.5 - swell), x + step * 0.62, high * (0.5 + swell))
        canvas.pen.rounded_rectangle(box, step * 0.3, fill=canvas.colour(2 + (bar * 3) // bars))
