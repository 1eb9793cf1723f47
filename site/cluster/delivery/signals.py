"""What moves the marks: every change of a model that a public page may show."""

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from cluster.core.withdrawal import withdrawn

from .versions import content_changed, something_withdrawn

UNSEEN_APPS = {
    "account",
    "accounts",
    "admin",
    "auth",
    "contenttypes",
    "django_tasks_db",
    "mfa",
    "migrations",
    "sessions",
    "wagtailsearch",
    "wagtailusers",
}
UNSEEN_MODELS = {
    "comment",
    "commentreply",
    "customrendition",
    "modellogentry",
    "pagelogentry",
    "pagesubscription",
    "referenceindex",
    "revision",
    "taskstate",
    "workflowstate",
}
"""Of no weight to a visitor; renditions above all, which are made while a page is."""


def seen(sender: type[Model]) -> bool:
    return not (sender._meta.app_label in UNSEEN_APPS or sender._meta.model_name in UNSEEN_MODELS)


def when_saved(sender: type[Model], **_kwargs: object) -> None:
    """Fixtures count too (`raw`): what they bring has to be seen."""
    if issubclass(sender, PageViewRestriction):
        something_withdrawn()
    elif seen(sender):
        content_changed()


def when_deleted(sender: type[Model], **_kwargs: object) -> None:
    if issubclass(sender, Page | PageViewRestriction):
        something_withdrawn()
    elif seen(sender):
        content_changed()


def connect() -> None:
    post_save.connect(when_saved, dispatch_uid="delivery.saved")
    post_delete.connect(when_deleted, dispatch_uid="delivery.deleted")
    m2m_changed.connect(when_saved, dispatch_uid="delivery.related")
    page_published.connect(content_changed, dispatch_uid="delivery.published")
    for name, signal in {
        "unpublished": page_unpublished,
        "slug": page_slug_changed,
        "moved": post_page_move,
        "withdrawn": withdrawn,
    }.items():
        signal.connect(something_withdrawn, dispatch_uid=f"delivery.{name}")
