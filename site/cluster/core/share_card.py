"""What a page is announced with where its address is shared and it has no picture of its own."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.urls import reverse

from .share_drawing import HEIGHT, WIDTH

DRAWING = 1
"""Moves when the drawing changes, so that what was kept of the old one is not shown any more."""


@dataclass(frozen=True, slots=True)
class ShareCard:
    """Only of what everybody may read."""

    title: str
    line: str = ""
    colours: tuple[int, ...] = ()
    """Positions of branches."""

    @property
    def digest(self) -> str:
        said = [DRAWING, settings.WAGTAIL_SITE_NAME, self.title, self.line, *self.colours]
        return sha256(json.dumps(said).encode()).hexdigest()[:16]

    def picture(self, page_pk: int) -> dict[str, Any]:
        """For components/open_graph.html."""
        url = reverse("share_picture", args=[page_pk, self.digest])
        return {"url": url, "width": WIDTH, "height": HEIGHT, "alt": self.title}
