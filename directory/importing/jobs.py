"""An editor's file, step by step: kept, looked through, imported. Long work is done outside of the
request, which is told how far it is."""

from typing import TYPE_CHECKING

from django.core.cache import cache
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django_tasks import task

from ..claiming.sending import invite
from ..models import ProfileImport, ProfileOrigin
from ..models.imported import STUCK
from .columns import guess
from .plan import Outcome, plan
from .table import Table
from .writing import Moved, carry_out

if TYPE_CHECKING:
    from cluster.accounts.models import User

KEPT_SECONDS = 600
State = ProfileImport.State
BEFORE = (State.CHOOSING, State.EXAMINED, State.FAILED)


def keep_file(name: str, table: Table, *, by: "User") -> ProfileImport:
    return ProfileImport.objects.create(
        created_by=by,
        file_name=name[-200:],
        language=get_language() or "",
        headings=table.headings,
        rows=table.rows,
        mapping=guess(table.headings),
    )


def look_through(job: ProfileImport, *, mapping: list[str]) -> bool:
    """With these columns; False where it is under way already or over."""
    begun = _begin(job, BEFORE, State.EXAMINING, mapping=mapping, report=[], problem="")
    if begun:
        examine.enqueue(job.pk)
    return begun


def carry_on(job: ProfileImport, *, invite: bool) -> bool:
    """Imports what the report shows; False where it is under way already or over."""
    begun = _begin(job, (State.EXAMINED,), State.IMPORTING, invite=invite, problem="")
    if begun:
        bring_in.enqueue(job.pk)
    return begun


def progress_of(job: ProfileImport) -> tuple[int, int]:
    """Rows done, and of how many; (0, 0) where that is not known."""
    return cache.get(_key(job.pk)) or (0, 0)


@task()
def examine(pk: int) -> None:
    job = ProfileImport.objects.get(pk=pk)
    with override(job.language):
        verdicts = _or_failed(job, lambda: plan(table_of(job), job.mapping, _tell(job)))
    _end(job, State.EXAMINED, report=[one.as_report() for one in verdicts])


@task()
def bring_in(pk: int) -> None:
    job = ProfileImport.objects.get(pk=pk)
    shown = [(line["row"], line["outcome"]) for line in job.report]
    with override(job.language):
        try:
            verdicts = _or_failed(
                job,
                lambda: carry_out(
                    lambda: plan(table_of(job), job.mapping, _tell(job)),
                    by=job.created_by,
                    shown=shown,
                    tell=_tell(job),
                ),
            )
        except Moved as moved:
            now = [one.as_report() for one in moved.verdicts]
            problem = _("The directory has changed meanwhile. Look at the new report.")
            _end(job, State.EXAMINED, report=now, problem=problem)
            return
    _end(job, State.DONE, report=[one.as_report() for one in verdicts], rows=[], headings=[])
    if job.invite:
        written = [
            one.page for one in verdicts if one.outcome in (Outcome.CREATED, Outcome.UPDATED)
        ]
        for origin in ProfileOrigin.objects.filter(page__in=written, invited_at=None):
            invite(origin)


def _begin(job: ProfileImport, states, state, **fields) -> bool:
    """Of two clicks one begins; what was lost with the process that did it begins again."""
    now = timezone.now()
    lost = Q(state__in=(State.EXAMINING, State.IMPORTING), started_at__lt=now - STUCK)
    waiting = ProfileImport.objects.filter(Q(state__in=states) | lost, pk=job.pk)
    cache.delete(_key(job.pk))
    return bool(waiting.update(state=state, started_at=now, **fields))


def _end(job: ProfileImport, state, **fields) -> None:
    ProfileImport.objects.filter(pk=job.pk).update(
        state=state, finished_at=timezone.now(), **fields
    )


def _or_failed(job: ProfileImport, work):
    try:
        return work()
    except Moved:
        raise
    except Exception:
        problem = _("Something went wrong, and nothing was imported. Try again, or tell us.")
        _end(job, State.FAILED, problem=problem)
        raise


def table_of(job: ProfileImport) -> Table:
    return Table(job.headings, [(number, cells) for number, cells in job.rows])


def _tell(job: ProfileImport):
    def tell(done: int, total: int) -> None:
        cache.set(_key(job.pk), (done, total), KEPT_SECONDS)

    return tell


def _key(pk: int) -> str:
    return f"directory.import.{pk}"
