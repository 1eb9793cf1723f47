"""The kept sections are forgotten whenever the tree or who may see it changes."""

from django.core.signals import request_finished, request_started
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import post_page_move

from .sections import DEPTHS, begin_request, end_request, forget_sections


def connect() -> None:
    request_started.connect(begin_request)
    request_finished.connect(end_request)
    for signal in (post_save, post_delete):
        for model in (Locale, PageViewRestriction, Site):
            signal.connect(forget_sections, sender=model)
        signal.connect(forget_when_a_section_changes)
    post_page_move.connect(forget_sections)


def forget_when_a_section_changes(sender, instance, **_kwargs) -> None:
    """Published, unpublished or otherwise saved, from a fixture too: the page itself is kept with
    its section."""
    if issubclass(sender, Page) and instance.depth in DEPTHS:
        forget_sections()
