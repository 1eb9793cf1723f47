"""A profile is projected whenever what is live of it changes, withdrawn when nothing is."""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from cluster.media.changes import pages_with, picture_changed

from . import thesaurus
from .credits.asking import ask, ask_of_other_title, tidy
from .credits.asking import forget as forget_credits
from .former_skills import remember
from .listing import project, project_again, withdraw
from .models.profile import ProfilePage
from .models.review import LaterEdit
from .models.vocabulary import Branch, Skill, listed
from .projecting_later import show_again_later, sorted_by
from .renewal.renewing import renew
from .smaller_pictures import make_later
from .vocabulary import forget


def show_published(instance: ProfilePage, **_kwargs) -> None:
    project(instance)
    make_later(instance)


def settle_credits(instance: ProfilePage, **_kwargs) -> None:
    """Of works that are gone, are called otherwise, or are public from now on."""
    tidy(instance)
    ask_of_other_title(instance)
    ask(instance)


def renew_what_lapsed(instance: ProfilePage, **_kwargs) -> None:
    """An editor who publishes again what nobody confirmed has confirmed it."""
    if instance.lapsed_at:
        renew(instance)


def show_moved(instance: ProfilePage, **_kwargs) -> None:
    project_again(ProfilePage.objects.filter(pk=instance.pk))


def show_other_picture(image: Model, **_kwargs) -> None:
    for page in pages_with(image):
        if isinstance(page, ProfilePage):
            show_published(page)


def take_out_of_works(instance: ProfilePage, **_kwargs) -> None:
    forget_credits(instance)


def hide_unpublished(instance: ProfilePage, **_kwargs) -> None:
    withdraw(instance.pk)


def take_back_the_confirmation(instance: ProfilePage, **_kwargs) -> None:
    """What was taken off the site does not come back without a review, whichever way it went;
    `membership.unpublish` gives a member's own decision its confirmation back."""
    ProfilePage.objects.filter(pk=instance.pk).update(confirmed_at=None)
    LaterEdit.objects.filter(page_id=instance.pk, reviewed_at=None).delete()


def show_reachable(instance: Model, raw=False, update_fields=None, **_kwargs) -> None:
    """Whether somebody reads a profile's messages hangs on its member's account."""
    if not raw and (update_fields is None or "is_active" in update_fields):
        project_again(ProfilePage.objects.filter(member_id=instance.pk))


def show_unreachable(instance: Model, **_kwargs) -> None:
    had = list(ProfilePage.objects.filter(member_id=instance.pk).values_list("pk", flat=True))
    transaction.on_commit(lambda: project_again(ProfilePage.objects.filter(pk__in=had)))


def show_renamed(sender, instance: Branch | Skill, created=False, raw=False, **_kwargs) -> None:
    """Synonyms are in no listing: what they mean is found out when somebody searches."""
    forget(FACETS[sender], instance.slug)
    thesaurus.WRITTEN.move()
    before = getattr(instance, "was_listed", None)
    if raw or created or before == listed(instance):
        return
    if before and before[0] != instance.slug:
        forget(FACETS[sender], before[0])
        if isinstance(instance, Skill):
            remember(instance, slug=before[0])
    instance.was_listed = listed(instance)
    show_again_later(instance)


def remember_who_had(instance: Branch | Skill, **_kwargs) -> None:
    instance.had_by = list(sorted_by(instance).values_list("pk", flat=True))


def show_without(sender, instance: Branch | Skill, **_kwargs) -> None:
    forget(FACETS[sender], instance.slug)
    thesaurus.WRITTEN.move()
    project_again(ProfilePage.objects.filter(pk__in=instance.had_by))


FACETS = {Branch: "branch", Skill: "skill"}


def connect() -> None:
    page_published.connect(renew_what_lapsed, sender=ProfilePage)
    page_published.connect(show_published, sender=ProfilePage)
    page_published.connect(settle_credits, sender=ProfilePage)
    picture_changed.connect(show_other_picture)
    page_unpublished.connect(hide_unpublished, sender=ProfilePage)
    page_unpublished.connect(take_back_the_confirmation, sender=ProfilePage)
    page_slug_changed.connect(show_moved, sender=ProfilePage)
    post_page_move.connect(show_moved, sender=ProfilePage)
    pre_delete.connect(take_out_of_works, sender=ProfilePage)
    # Before, because the listing's words and index entry have to be read to be taken back.
    pre_delete.connect(hide_unpublished, sender=ProfilePage)
    post_save.connect(show_reachable, sender=get_user_model())
    pre_delete.connect(show_unreachable, sender=get_user_model())
    for word in FACETS:
        post_save.connect(show_renamed, sender=word)
        pre_delete.connect(remember_who_had, sender=word)
        post_delete.connect(show_without, sender=word)
