"""A profile is projected whenever what is live of it changes, withdrawn when nothing is."""

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from .listing import project, project_again, withdraw
from .models.profile import ProfilePage
from .models.vocabulary import Branch, Skill
from .vocabulary import forget


def show_published(instance: ProfilePage, **_kwargs) -> None:
    project(instance)


def show_moved(instance: ProfilePage, **_kwargs) -> None:
    project_again(ProfilePage.objects.filter(pk=instance.pk))


def hide_unpublished(instance: ProfilePage, **_kwargs) -> None:
    withdraw(instance.pk)


def show_renamed(sender, instance: Branch | Skill, created=False, raw=False, **_kwargs) -> None:
    forget(FACETS[sender], instance.slug)
    if not (raw or created):
        project_again(sorted_by(instance))


def remember_who_had(instance: Branch | Skill, **_kwargs) -> None:
    instance.had_by = list(sorted_by(instance).values_list("pk", flat=True))


def show_without(sender, instance: Branch | Skill, **_kwargs) -> None:
    forget(FACETS[sender], instance.slug)
    project_again(ProfilePage.objects.filter(pk__in=instance.had_by))


FACETS = {Branch: "branch", Skill: "skill"}


def sorted_by(word: Branch | Skill):
    if isinstance(word, Branch):
        return ProfilePage.objects.filter(branches=word)
    return ProfilePage.objects.filter(skill_items__tag=word)


def connect() -> None:
    page_published.connect(show_published, sender=ProfilePage)
    page_unpublished.connect(hide_unpublished, sender=ProfilePage)
    page_slug_changed.connect(show_moved, sender=ProfilePage)
    post_page_move.connect(show_moved, sender=ProfilePage)
    # Before, because the listing's words and index entry have to be read to be taken back.
    pre_delete.connect(hide_unpublished, sender=ProfilePage)
    for word in FACETS:
        post_save.connect(show_renamed, sender=word)
        pre_delete.connect(remember_who_had, sender=word)
        post_delete.connect(show_without, sender=word)
