"""What matters in a picture, said in one of nine words; kept as Wagtail's focal point, which every
crop follows."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy
from wagtail.images.rect import Rect

WHERE = "part of a picture"
MIDDLE = "1-1"
PLACES = (
    ("0-0", pgettext_lazy(WHERE, "Top left")),
    ("1-0", pgettext_lazy(WHERE, "Top")),
    ("2-0", pgettext_lazy(WHERE, "Top right")),
    ("0-1", pgettext_lazy(WHERE, "Left")),
    (MIDDLE, pgettext_lazy(WHERE, "Middle")),
    ("2-1", pgettext_lazy(WHERE, "Right")),
    ("0-2", pgettext_lazy(WHERE, "Bottom left")),
    ("1-2", pgettext_lazy(WHERE, "Bottom")),
    ("2-2", pgettext_lazy(WHERE, "Bottom right")),
)
SIDE = 3


class FocusField(forms.ChoiceField):
    """Without a choice it is the middle."""

    widget = forms.RadioSelect(attrs={"class": "focus"})

    def __init__(self, **kwargs):
        super().__init__(choices=PLACES, required=False, **kwargs)


def focus_of(image: Any) -> str:
    if image is None or not image.has_focal_point():
        return MIDDLE
    x, y = image.focal_point_x / image.width, image.focal_point_y / image.height
    return f"{min(int(x * SIDE), SIDE - 1)}-{min(int(y * SIDE), SIDE - 1)}"


def keep_focus(image: Any, place: str) -> None:
    """An editor's own, finer point in the same part of the picture stays."""
    if not place or place == focus_of(image):
        return
    image.set_focal_point(None if place == MIDDLE else _part(image, place))
    image.save(update_fields=[f"focal_point_{one}" for one in ("x", "y", "width", "height")])


def _part(image: Any, place: str) -> Rect:
    column, row = (int(one) for one in place.split("-"))
    width, height = image.width / SIDE, image.height / SIDE
    left, top = column * width, row * height
    return Rect(*(round(one) for one in (left, top, left + width, top + height)))
