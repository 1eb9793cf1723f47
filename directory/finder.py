"""What a list that is searched tells of its question, whatever it lists."""

from abc import ABC, abstractmethod
from typing import Any

from django import forms
from django.core.paginator import Page

from .filters import DEFAULT_RADIUS, RADII


class Finder(ABC):
    form: type[forms.Form]
    query: Any
    usual_radius = DEFAULT_RADIUS

    @property
    @abstractmethod
    def page_obj(self) -> Page: ...

    @property
    @abstractmethod
    def encoded(self) -> str:
        """The query without its "?", for paging."""

    @property
    def ignored(self) -> list[tuple[str, str, str]]:
        """(what it is called, as typed, why) of what the query does without."""
        labels = {name: str(field.label or name) for name, field in self.form.base_fields.items()}
        return [
            (labels.get(one.name, one.name), one.value[:80], one.reason)
            for one in self.query.ignored
        ]

    @property
    def radii(self) -> list[float]:
        return sorted({*RADII, self.query.radius})

    @property
    def canonical(self) -> str:
        """The end of the one address among many that say the same; empty where nothing is asked."""
        page = f"page={self.page_obj.number}" if self.page_obj.number > 1 else ""
        query = "&".join(filter(None, (self.encoded, page)))
        return f"?{query}" if query else ""
