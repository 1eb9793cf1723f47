"""The kept sections are forgotten whenever the tree or who may see it changes."""

from django.core.signals import request_finished, request_started
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from .sections import DEPTHS, begin_request, end_request, forget_sections


def forget_if_near_the_root(instance: Page, **_kwargs) -> None:
    if instance.depth in DEPTHS:
        forget_sections()


def connect() -> None:
    request_started.connect(begin_request)
    request_finished.connect(end_request)
    for signal in (page_published, page_unpublished, page_slug_changed):
        signal.connect(forget_if_near_the_root, dispatch_uid=f"sections.{id(signal)}")
    for signal in (post_save, post_delete):
        for model in (Locale, PageViewRestriction, Site):
            signal.connect(forget_sections, sender=model)
    post_page_move.connect(forget_sections)
    post_delete.connect(forget_when_a_page_goes)


def forget_when_a_page_goes(sender, instance, **_kwargs) -> None:
    if issubclass(sender, Page):
        forget_if_near_the_root(instance)
