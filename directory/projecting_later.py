"""Profiles shown again because a word they are sorted by has changed; in a task, because there may
be a hundred thousand of them."""

from django.db import transaction
from django.db.models import QuerySet
from django_tasks import task

from .listing import project_again
from .models.profile import ProfilePage
from .models.vocabulary import Branch, Skill

KINDS: dict[str, type[Branch | Skill]] = {"branch": Branch, "skill": Skill}
AT_ONCE = 200


def sorted_by(word: Branch | Skill) -> QuerySet[ProfilePage]:
    if isinstance(word, Branch):
        return ProfilePage.objects.filter(branches=word)
    return ProfilePage.objects.filter(skill_items__tag=word)


def show_again_later(word: Branch | Skill) -> None:
    kind, pk = str(word._meta.model_name), word.pk
    transaction.on_commit(lambda: show_again.enqueue(kind, pk))


@task()
def show_again(kind: str, pk: int) -> None:
    """In small transactions, so that others write in between; harmless when done twice."""
    word = KINDS[kind]._default_manager.filter(pk=pk).first()
    if word is None:
        return
    live = sorted_by(word).filter(live=True)
    keys = list(live.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        with transaction.atomic():
            project_again(ProfilePage.objects.filter(pk__in=keys[start : start + AT_ONCE]))
