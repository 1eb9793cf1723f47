"""What else changes when an event, or a word that it is sorted by, does."""

from directory.models import Skill

from .models import EventPage
from .models.columns import describe
from .registering.registration import open_more

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
    for event in events.prefetch_related("branches", "skills"):
        describe(event)
        EventPage.objects.filter(pk=event.pk).update(
            **{name: getattr(event, name) for name in DESCRIBED}
        )
