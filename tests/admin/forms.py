"""The forms in which editors write, as their panels lay them out."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

OURS = ("cluster.", "directory.", "events.", "resources.")


def written_by_editors() -> list[type[models.Model]]:
    """Pages and snippets of ours."""
    pages = [model for model in apps.get_models() if issubclass(model, Page)]
    return [model for model in (*pages, *get_snippet_models()) if model.__module__.startswith(OURS)]


def handler_of(model: type[models.Model]) -> Panel:
    if issubclass(model, Page):
        return model.get_edit_handler()
    return model.snippet_viewset.get_edit_handler()


def panels_in(panel: Panel) -> Iterator[FieldPanel | InlinePanel]:
    """Every field and every list of rows, with the fields of a row."""
    if isinstance(panel, FieldPanel | InlinePanel):
        yield panel
    if isinstance(panel, InlinePanel):
        yield from panels_in(panel.child_edit_handler)
    for child in getattr(panel, "children", []):
        yield from panels_in(child)


def name_of(panel: FieldPanel | InlinePanel) -> str:
    name = panel.field_name if isinstance(panel, FieldPanel) else panel.relation_name
    return f"{panel.model.__name__}.{name}"


def help_of(panel: FieldPanel | InlinePanel) -> str:
    """What stands beside it, Django's or ours."""
    if isinstance(panel, InlinePanel) or panel.help_text:
        return str(panel.help_text)
    field = panel.model._meta.get_field(panel.field_name)
    return str(getattr(field, "help_text", ""))
