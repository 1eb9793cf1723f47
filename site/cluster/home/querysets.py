from typing import Self

from django.db.models import Prefetch
from wagtail.images import get_image_model
from wagtail.query import PageQuerySet

CARD_RENDITIONS = [
    f"{width}|format-{kind}" for width in ("width-400", "width-800") for kind in ("avif", "jpeg")
]


class NewsQuerySet(PageQuerySet):
    def latest_first(self) -> Self:
        return self.order_by("-date", "-pk")

    def for_cards(self) -> Self:
        """With images and their renditions: as many queries for one as for a hundred."""
        images = get_image_model().objects.prefetch_renditions(*CARD_RENDITIONS)
        return self.prefetch_related(Prefetch("image", queryset=images))
