"""The editors' first screen: one panel for each kind of thing that waits for somebody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component
from wagtail.permission_policies.pages import PagePermissionPolicy


@dataclass(frozen=True, slots=True)
class Button:
    """Posted at once, with one value that says what was on the screen."""

    label: str
    url: str
    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Line:
    title: str
    url: str
    facts: Sequence[str] = ()
    links: Sequence[tuple[str, str]] = ()
    """Label and address."""
    button: Button | None = None


class DeskPanel(Component):
    """Two queries, however long the list; not shown where it is empty, unless `empty` says a
    sentence."""

    template_name = "components/desk_panel.html"
    shown = 5
    empty: Any = ""
    more_url = ""

    def __init__(self, request: HttpRequest):
        self.user = request.user

    def find(self) -> QuerySet:
        """What this user may act on, the most urgent first."""
        raise NotImplementedError

    def rows(self) -> Iterable[Any]:
        """Those that are shown."""
        return self.found[: self.shown]

    def line(self, row: Any) -> Line:
        raise NotImplementedError

    def heading(self, count: int) -> str:
        raise NotImplementedError

    @cached_property
    def found(self) -> QuerySet:
        return self.find()

    @cached_property
    def count(self) -> int:
        return self.found.count()

    def get_context_data(self, parent_context):
        return {
            "name": self.name,
            "heading": self.heading(self.count),
            "lines": [self.line(row) for row in self.rows()] if self.count else [],
            "empty": self.empty,
            "more_url": self.more_url if self.count > self.shown else "",
            "count": self.count,
            "csrf_token": parent_context["csrf_token"],
        }

    def render_html(self, parent_context=None):
        return super().render_html(parent_context) if self.count or self.empty else ""


def publishable(pages: QuerySet, user: Any) -> QuerySet:
    """Those of the pages that the user may publish."""
    allowed = PagePermissionPolicy().instances_user_has_permission_for(user, "publish")
    return pages.filter(pk__in=allowed.order_by().values("pk"))
