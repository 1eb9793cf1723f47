"""How it is said that a picture that is shown has another file or another point that matters."""

from django.contrib.contenttypes.models import ContentType
from django.dispatch import Signal
from wagtail.models import Page, ReferenceIndex

picture_changed = Signal()


def pages_with(image) -> list[Page]:
    """The live pages it is on, or was on when they were last saved."""
    pages = ContentType.objects.get_for_model(Page)
    found = ReferenceIndex.get_references_to(image).filter(base_content_type=pages)
    pks = {int(pk) for pk in found.values_list("object_id", flat=True)}
    return list(Page.objects.live().filter(pk__in=pks).specific())
