"""A public profile's pictures once more as AVIF, made when nobody waits for it."""

from django.db import transaction
from django_tasks import task

from cluster.media.renditions import make_avif, without_avif
from cluster.media.smaller_pictures import make_after_commit

from .listing import project
from .models.profile import ProfilePage
from .pictures import shown


def make_later(page: ProfilePage) -> None:
    if any(without_avif(image, shapes) for image, shapes in shown(page)):
        make_after_commit(make_smaller_pictures, page)


@task()
def make_smaller_pictures(page_pk: int) -> None:
    """Made outside of any lock; shown where the profile is still public by then."""
    page = ProfilePage.objects.live().filter(pk=page_pk).first()
    if page is None or not sum(make_avif(image, shapes) for image, shapes in shown(page)):
        return
    with transaction.atomic():
        for still_live in ProfilePage.objects.live().select_for_update().filter(pk=page_pk):
            project(still_live)
