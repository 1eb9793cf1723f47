"""The pictures of what editors publish once more as AVIF, made when nobody waits for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models, transaction
from django_tasks import task
from django_tasks.base import Task
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.signals import page_published

from cluster.core.shown import shown_differently

from .changes import pages_with, picture_changed
from .renditions import LARGE, Shapes, make_avif

_left = ContextVar("smaller_pictures_left", default=False)


@contextmanager
def left_for_later() -> Iterator[None]:
    """For loading much at once: what is published inside gets its pictures by the command
    `make_smaller_pictures`."""
    token = _left.set(True)
    try:
        yield
    finally:
        _left.reset(token)


def make_after_commit(making: Task, page: Page) -> None:
    if not _left.get():
        transaction.on_commit(lambda: making.enqueue(page.pk))


def connect() -> None:
    page_published.connect(make_later, dispatch_uid="media.smaller_pictures")
    picture_changed.connect(make_again, dispatch_uid="media.smaller_pictures")


def make_again(image: Any, **_kwargs: object) -> None:
    for page in pages_with(image):
        make_later(page)


def make_later(instance: Page, **_kwargs: object) -> None:
    if any(True for _shown in shown(instance)):
        make_after_commit(make_smaller_pictures, instance)


@task()
def make_smaller_pictures(page_pk: int) -> None:
    page = Page.objects.live().filter(pk=page_pk).first()
    if page and sum(make_avif(image, shapes) for image, shapes in shown(page.specific)):
        shown_differently.send(type(page))


def shown(page: Any) -> Iterator[tuple[Any, Shapes]]:
    """Its images with the sizes they are shown in: those of its own `image` as its model says."""
    for shapes in getattr(page, "picture_shapes", ()):
        if page.image:
            yield page.image, shapes
    pks = {pk for field in page._meta.get_fields() for pk in _within(page, field)}
    for image in get_image_model().objects.filter(pk__in=pks):
        yield image, LARGE


def _within(page: Any, field: models.Field) -> Iterator[Any]:
    if isinstance(field, StreamField):
        for model, pk, *_path in field.extract_references(field.value_from_object(page)):
            if model is get_image_model():
                yield pk
