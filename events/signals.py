"""What else changes when an event, a word that it is sorted by, or who may read it does."""

from functools import partial

from django.db import connection, transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from cluster.core.sections import forget_sections
from directory.merging import skill_merged
from directory.models import Skill

from .models import EventPage, ListedSession
from .models.columns import describe
from .models.projection import list_anew, list_below, rebuild
from .registering.registration import open_more

HOMES = 2
"""The depth of the homes in the tree."""
DESCRIBED = ("branch_slugs", "skill_slugs", "search_text")


def seats_may_have_grown(instance: EventPage, **_kwargs) -> None:
    open_more(instance)


def show_renamed(instance: Skill, created=False, raw=False, **_kwargs) -> None:
    if not (raw or created):
        _describe(EventPage.objects.filter(skills=instance))


def remember_events(instance: Skill, **_kwargs) -> None:
    instance.of_events = list(instance.events.values_list("pk", flat=True))


def show_without(instance: Skill, **_kwargs) -> None:
    _describe(EventPage.objects.filter(pk__in=instance.of_events))


def take_over(kept: Skill, gone: Skill, **_kwargs) -> None:
    """Events with a skill that is gone have the one it was merged into, which is saved after
    this."""
    rows = EventPage.skills.through.objects
    moved = rows.filter(skill=gone)
    there = rows.filter(skill=kept).values("eventpage")
    moved.exclude(eventpage__in=there).update(skill=kept)
    moved.delete()


def _describe(events) -> None:
    found = list(events.prefetch_related("branches", "skills"))
    for event in found:
        describe(event)
        EventPage.objects.filter(pk=event.pk).update(
            **{name: getattr(event, name) for name in DESCRIBED}
        )
    list_anew({event.translation_key for event in found})


def list_without(instance: EventPage, **_kwargs) -> None:
    """Readers may find one that is gone in another language."""
    list_anew([instance.translation_key])


def list_as_taken_off(instance: EventPage, **_kwargs) -> None:
    """One that is about to go is said to be taken off while it is still live; listed anew with its
    other rows gathered already, it could not go."""
    if not EventPage.objects.live().filter(pk=instance.pk).exists():
        list_without(instance)


def list_below_a_home(instance: Page, **_kwargs) -> None:
    """Below one that is not live nothing has an address."""
    if instance.depth == HOMES and Page.objects.filter(pk=instance.pk, live=instance.live).exists():
        _list_below(instance.pk)


def list_where_moved(instance: Page, **_kwargs) -> None:
    _list_below(instance.pk)


def list_behind_a_door(instance: PageViewRestriction, raw=False, **_kwargs) -> None:
    if not raw:
        _list_below(instance.page_id)


def list_as_open(instance: PageViewRestriction, **_kwargs) -> None:
    """Later, for the page itself may be going with its restriction."""
    transaction.on_commit(partial(_list_below, instance.page_id))


def list_what_was_there_before(**_kwargs) -> None:
    """After the migrations that bring the listing, that of events there are already; nothing
    where the listing is not as it is now, migrations having gone back or not all the way."""
    table, columns = ListedSession._meta.db_table, ListedSession._meta.concrete_fields
    with connection.cursor() as cursor:
        known = connection.introspection.table_names(cursor)
        found = (
            connection.introspection.get_table_description(cursor, table) if table in known else []
        )
    if not {field.column for field in columns} <= {one.name for one in found}:
        return
    if not ListedSession.objects.exists() and EventPage.objects.live().exists():
        rebuild()


def _list_below(pk: int) -> None:
    forget_sections()
    for path in Page.objects.filter(pk=pk).values_list("path", flat=True):
        list_below(path)


def connect() -> None:
    page_published.connect(seats_may_have_grown, sender=EventPage)
    post_save.connect(show_renamed, sender=Skill)
    pre_delete.connect(remember_events, sender=Skill)
    post_delete.connect(show_without, sender=Skill)
    skill_merged.connect(take_over)
    page_unpublished.connect(list_as_taken_off, sender=EventPage)
    post_delete.connect(list_without, sender=EventPage)
    for signal in (page_published, page_unpublished):
        signal.connect(list_below_a_home)
    post_save.connect(list_behind_a_door, sender=PageViewRestriction)
    post_delete.connect(list_as_open, sender=PageViewRestriction)
    post_page_move.connect(list_where_moved)
