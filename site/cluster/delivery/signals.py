"""What moves the marks: every change of what a public page may show."""

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from cluster.core.shown import is_shown_on_pages, shown_differently
from cluster.core.withdrawal import withdrawn

from .versions import content_changed, something_withdrawn

DRAFT_FIELDS = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
    }
)
"""Of a live page, what Wagtail saves while somebody writes on."""


def when_saved(
    sender: type[Model],
    instance: Model,
    update_fields: frozenset[str] | None = None,
    **_kwargs: object,
) -> None:
    """Fixtures count too (`raw`): what they bring has to be seen."""
    if issubclass(sender, PageViewRestriction):
        something_withdrawn()
    elif shows(instance) and not (update_fields and update_fields <= DRAFT_FIELDS):
        content_changed()


def when_related(instance: Model, **_kwargs: object) -> None:
    if shows(instance):
        content_changed()


def when_deleted(sender: type[Model], **_kwargs: object) -> None:
    if issubclass(sender, Page | PageViewRestriction):
        something_withdrawn()
    elif is_shown_on_pages(sender):
        content_changed()


def shows(instance: Model) -> bool:
    """Rows that belong to a page (its sessions, its prices) are seen when the page is saved."""
    return instance.live if isinstance(instance, Page) else is_shown_on_pages(type(instance))


def connect() -> None:
    post_save.connect(when_saved, dispatch_uid="delivery.saved")
    post_delete.connect(when_deleted, dispatch_uid="delivery.deleted")
    m2m_changed.connect(when_related, dispatch_uid="delivery.related")
    page_published.connect(content_changed, dispatch_uid="delivery.published")
    shown_differently.connect(content_changed, dispatch_uid="delivery.differently")
    for name, signal in {
        "unpublished": page_unpublished,
        "slug": page_slug_changed,
        "moved": post_page_move,
        "withdrawn": withdrawn,
    }.items():
        signal.connect(something_withdrawn, dispatch_uid=f"delivery.{name}")
