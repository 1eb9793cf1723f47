"""Compositions that show something: houses, a stage, a book."""

import math

from .canvas import Canvas


def facades(canvas: Canvas) -> None:
    """A street of plain elevations under a flat sky."""
    chance, wide, high = canvas.random, canvas.width, canvas.height
    canvas.fade(canvas.colour(3), canvas.paper)
    canvas.disc(chance.uniform(0.15, 0.85) * wide, high * 0.24, high * 0.11, canvas.paper)
    x = -chance.uniform(0, 120)
    while x < wide:
        across, up = chance.uniform(180, 380), chance.uniform(0.3, 0.74) * high
        colour = chance.choice([canvas.colour(2), canvas.colour(4), canvas.ink, canvas.paper])
        top = high * 0.93 - up
        canvas.pen.rectangle((x, top, x + across, high * 0.93), fill=colour)
        if chance.random() < 0.45:
            canvas.pen.polygon(
                [(x, top), (x + across / 2, top - across * 0.4), (x + across, top)], fill=colour
            )
        _windows(canvas, x, top, across, up)
        x += across + chance.choice([0, 0, 14])
    canvas.pen.rectangle((0, high * 0.93, wide, high), fill=canvas.ink)


def _windows(canvas: Canvas, x: float, top: float, across: float, up: float) -> None:
    chance = canvas.random
    columns, step = chance.randint(2, 4), chance.uniform(85, 140)
    bay = across / columns
    for row in range(int((up - 60) / step)):
        for column in range(columns):
            left, head = x + (column + 0.26) * bay, top + 42 + row * step
            lit = canvas.colour(3) if chance.random() < 0.3 else canvas.colour(0, 170)
            canvas.pen.rectangle((left, head, left + bay * 0.48, head + step * 0.58), fill=lit)


def landscape(canvas: Canvas) -> None:
    """Hills behind hills at the hour that cameras like."""
    chance, wide, high = canvas.random, canvas.width, canvas.height
    canvas.fade(canvas.colour(chance.choice([2, 4])), canvas.colour(3), until=0.72)
    sun = chance.uniform(0.2, 0.8) * wide
    canvas.disc(sun, high * 0.52, high * 0.15, canvas.colour(0, 70))
    canvas.disc(sun, high * 0.52, high * 0.11, canvas.colour(0, 235))
    hills = chance.randint(3, 5)
    for hill in range(hills):
        base = high * (0.52 + 0.4 * hill / hills)
        lift, waves, phase = chance.uniform(40, 120), chance.uniform(1, 3.5), chance.uniform(0, 6)
        edge = [
            (x, base + lift * math.sin(waves * math.pi * x / wide + phase))
            for x in range(0, wide + 40, 40)
        ]
        shade = canvas.colour(1, 110 + 145 * (hill + 1) // hills)
        canvas.pen.polygon([*edge, (wide, high), (0, high)], fill=shade)


def sprites(canvas: Canvas) -> None:
    """Creatures of a few pixels, alike on both sides."""
    chance, wide, high = canvas.random, canvas.width, canvas.height
    canvas.fill(canvas.ink)
    columns, rows = chance.choice([(1, 1), (3, 2), (4, 3)])
    pixel = min(wide / columns, high / rows) / 11
    for column in range(columns):
        for row in range(rows):
            left = (column + 0.5) * wide / columns - 4 * pixel
            top = (row + 0.5) * high / rows - 4 * pixel
            colour, eye = canvas.accent(), canvas.paper
            for y in range(8):
                for x in range(4):
                    if chance.random() < (0.36 if y in (0, 7) else 0.62):
                        for across in (x, 7 - x):
                            _pixel(canvas, left + across * pixel, top + y * pixel, pixel, colour)
            for across in (2, 5):
                _pixel(canvas, left + across * pixel, top + 3 * pixel, pixel, eye)


def _pixel(canvas: Canvas, x: float, y: float, side: float, colour: tuple[int, ...]) -> None:
    canvas.pen.rectangle((x, y, x + side - 1, y + side - 1), fill=colour)


def covers(canvas: Canvas) -> None:
    """Books upright on a table, one of them turned to us."""
    chance, wide, high = canvas.random, canvas.width, canvas.height
    canvas.fill(canvas.paper)
    canvas.pen.rectangle((0, high * 0.84, wide, high), fill=canvas.colour(1, 230))
    x = wide * 0.06
    while x < wide * 0.5:
        across, up = chance.uniform(46, 105), chance.uniform(0.42, 0.66) * high
        colour = chance.choice([canvas.accent(), canvas.ink])
        canvas.pen.rectangle((x, high * 0.84 - up, x + across, high * 0.84), fill=colour)
        for band in (0.1, 0.86):
            level = high * 0.84 - up + up * band
            canvas.pen.rectangle((x, level, x + across, level + 12), fill=canvas.colour(0, 190))
        x += across + 4
    left, top, right, foot = wide * 0.56, high * 0.14, wide * 0.92, high * 0.84
    canvas.pen.rectangle((left, top, right, foot), fill=canvas.colour(2))
    canvas.pen.rectangle((left, top, left + 26, foot), fill=canvas.colour(1, 60))
    middle, level = (left + right) / 2 + 10, top + (foot - top) * 0.6
    for radius in range(chance.randint(4, 7), 0, -1):
        canvas.disc(middle, level, radius * 27, canvas.colour(3 + radius % 2))
    for line, share in enumerate((0.62, 0.44)):
        row = top + 80 + line * 52
        canvas.pen.rectangle(
            (left + 70, row, left + 70 + (right - left) * share, row + 24), fill=canvas.paper
        )


def layout(canvas: Canvas) -> None:
    """A front page: one picture, one headline, columns of grey."""
    chance, wide, high = canvas.random, canvas.width, canvas.height
    canvas.fill(canvas.colour(chance.choice([2, 3, 4])))
    left, right, top = wide * 0.1, wide * 0.9, high * 0.08
    canvas.pen.rectangle((left, top, right, high), fill=canvas.paper)
    canvas.pen.rectangle((left + 50, top + 46, right - 50, top + 56), fill=canvas.ink)
    for line, share in enumerate((0.86, chance.uniform(0.4, 0.7))):
        level = top + 90 + line * 84
        canvas.pen.rectangle(
            (left + 50, level, left + 50 + (right - left - 100) * share, level + 58),
            fill=canvas.ink,
        )
    columns = chance.choice([3, 4])
    step = (right - left - 100) / columns
    picture = chance.randrange(columns - 1)
    for column in range(columns):
        x, level = left + 50 + column * step, top + 290
        if column == picture:
            canvas.pen.rectangle((x, level, x + 2 * step - 30, level + 400), fill=canvas.accent())
            canvas.disc(x + step, level + 210, 130, canvas.accent(220))
        if column in (picture, picture + 1):
            level += 440
        while level < high:
            canvas.pen.rectangle(
                (x, level, x + (step - 30) * chance.uniform(0.86, 1), level + 11),
                fill=canvas.colour(1, 120),
            )
            level += 32


def stage(canvas: Canvas) -> None:
    """Light from above on a few figures."""
    chance, wide, high = canvas.random, canvas.width, canvas.height
    canvas.fill(canvas.ink)
    floor = high * 0.8
    canvas.pen.rectangle((0, floor, wide, high), fill=canvas.colour(2, 150))
    for _ in range(chance.randint(2, 4)):
        source, target = chance.uniform(0.1, 0.9) * wide, chance.uniform(0.2, 0.8) * wide
        reach = chance.uniform(150, 300)
        beam = [(source, 0), (target - reach, floor + 70), (target + reach, floor + 70)]
        canvas.pen.polygon(beam, fill=canvas.colour(chance.choice([0, 3, 4]), 70))
        box = (target - reach, floor + 20, target + reach, floor + 120)
        canvas.pen.ellipse(box, fill=canvas.colour(3, 120))
    for _ in range(chance.randint(1, 5)):
        x, up = chance.uniform(0.2, 0.8) * wide, chance.uniform(260, 400)
        foot, colour, lean = (
            floor + chance.uniform(20, 80),
            canvas.accent(),
            chance.uniform(-60, 60),
        )
        body = [
            (x - 70, foot),
            (x + 70, foot),
            (x + 30 + lean, foot - up),
            (x - 30 + lean, foot - up),
        ]
        canvas.pen.polygon(body, fill=colour)
        canvas.disc(x + lean, foot - up - 40, 46, canvas.paper)
        arm = x + lean + chance.choice([-1, 1]) * chance.uniform(110, 210)
        canvas.pen.line(
            (x + lean, foot - up * 0.82, arm, foot - up * chance.uniform(0.6, 1.3)),
            fill=colour,
            width=26,
        )
