"""Writes what was planned: all of it or nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Revision

from ..models import DirectoryPage, ProfileOrigin, ProfilePage
from .adding import add_drafts
from .plan import Outcome, Progress, Verdict, no_progress
from .values import Writer

if TYPE_CHECKING:
    from cluster.accounts.models import User

BATCH = 500


class Moved(Exception):
    """The directory has changed since the report; `verdicts` are what would happen now."""

    def __init__(self, verdicts: list[Verdict]):
        super().__init__()
        self.verdicts = verdicts


@transaction.atomic
def carry_out(
    planned: Callable[[], list[Verdict]],
    *,
    by: "User | None",
    shown: list[tuple[int, str]] | None = None,
    tell: Progress = no_progress,
) -> list[Verdict]:
    """Plans under lock, so that nobody imports the same file meanwhile, then writes. Raises Moved
    where that is not what was `shown`, as row and outcome."""
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    parent = DirectoryPage.objects.select_for_update().get(locale=locale)
    verdicts = planned()
    if shown is not None and shown != [(one.row, str(one.outcome)) for one in verdicts]:
        raise Moved(verdicts)
    created = [one for one in verdicts if one.outcome is Outcome.CREATED]
    updated = [one for one in verdicts if one.outcome is Outcome.UPDATED]
    total, writer = len(created) + len(updated), Writer()
    writer.fetch_skills({name for one in created for name in one.values.get("skills", ())})
    for start in range(0, len(created), BATCH):
        _create(parent, created[start : start + BATCH], writer, by)
        tell(min(start + BATCH, len(created)), total)
    for number, one in enumerate(updated, start=len(created) + 1):
        _update(one, writer, by)
        tell(number, total)
    return verdicts


def _create(parent: DirectoryPage, verdicts: list[Verdict], writer: Writer, by) -> None:
    pages = []
    for one in verdicts:
        page = ProfilePage(title=one.values["name"], owner=by, locale_id=parent.locale_id)
        writer.write(page, one.values)
        pages.append(page)
    add_drafts(parent, pages, by=by)
    for one, page in zip(verdicts, pages, strict=True):
        one.page = page.pk
    ProfileOrigin.objects.bulk_create(
        ProfileOrigin(
            page=page,
            reference=one.values.get("reference", ""),
            values=one.values,
            revision_id=page.latest_revision_id,
        )
        for one, page in zip(verdicts, pages, strict=True)
    )


def _update(one: Verdict, writer: Writer, by) -> None:
    """A draft either way: what is public changes when an editor publishes it."""
    row = ProfilePage.objects.select_for_update().get(pk=one.page or 0)
    revision = None
    if set(one.changes) - {"reference"}:
        page = row.get_latest_revision_as_object()
        writer.write(page, one.changes)
        page.draft_title = page.title
        if not row.live:
            page.save(clean=False)
        saved = page.save_revision(user=by, log_action=True, clean=False)
        revision = None if row.live else saved
    _remember(one, revision)


def _remember(one: Verdict, revision: Revision | None) -> None:
    origin = ProfileOrigin.objects.filter(page=one.page).first() or ProfileOrigin(page_id=one.page)
    origin.values = {**origin.values, **one.values}
    origin.reference = one.values.get("reference", origin.reference)
    origin.revision = revision or origin.revision
    origin.imported_at = timezone.now()
    origin.save()
