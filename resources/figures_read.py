"""Which figures a page calculates with, told to Wagtail's index of references: so that the list of
where a figure is used, and the warning before it is deleted, know of calculators too."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import ReferenceIndex


class FiguresRead(models.Field):
    """No column: the pages of a model all read the figures of these `names`."""

    def __init__(self, names: Sequence[str] = (), **kwargs: Any):
        super().__init__(_("figures it calculates with"), editable=False, serialize=False, **kwargs)
        self.names = tuple(names)

    def contribute_to_class(self, cls, name, private_only=True):
        super().contribute_to_class(cls, name, private_only=True)
        setattr(cls, name, self.names)

    def get_attname_column(self):
        return self.get_attname(), None

    def extract_references(self, names: Sequence[str]) -> Iterator[tuple[Any, str, str, str]]:
        figures = apps.get_model("resources", "Figure")
        for key in figures._default_manager.filter(slug__in=names).values_list("pk", flat=True):
            yield figures, str(key), "", ""


def pages_that_read(name: str) -> list[Any]:
    """Pages in any language that calculate with the figure of this name."""
    return [
        page
        for model in apps.get_models()
        for field in model._meta.private_fields
        if isinstance(field, FiguresRead) and name in field.names
        for page in model._default_manager.all()
    ]


def index_new_figure(sender, instance, created, **kwargs) -> None:
    """For pages that were saved before the figure was in the register."""
    if created:
        for page in pages_that_read(instance.slug):
            ReferenceIndex.create_or_update_for_object(page)
