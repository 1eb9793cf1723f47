"""Import in the editors' admin: upload, columns, report, done."""

from functools import wraps

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from cluster.core.spreadsheet import FORMATS, as_file

from ..models import DirectoryPage, ProfileImport, ProfileOrigin
from .columns import COLUMNS
from .exporting import template
from .forms import MappingForm, UploadForm
from .jobs import carry_on, keep_file, look_through, progress_of, table_of
from .plan import Outcome
from .report import LABELS, counts, lines

PER_PAGE = 50
RECENT = 10
State = ProfileImport.State
STEPS = (
    gettext_lazy("File"),
    gettext_lazy("Columns"),
    gettext_lazy("Report"),
    gettext_lazy("Done"),
)


def importers_only(view):
    """Those who may add profiles and publish them."""

    @wraps(view)
    def checked(request, *args, **kwargs):
        if not may_import(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked


def may_import(user) -> bool:
    home = DirectoryPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if home is None:
        return False
    permissions = home.permissions_for_user(user)
    return permissions.can_add_subpage() and permissions.can_publish_subpage()


@importers_only
def upload(request):
    form = UploadForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        job = keep_file(form.cleaned_data["file"].name, form.table, by=request.user)
        return redirect("profile_import", job.pk)
    recent = ProfileImport.objects.select_related("created_by").defer("rows", "report")[:RECENT]
    context = {"form": form, "columns": COLUMNS, "recent": recent, "step": 1, "steps": STEPS}
    return render(request, "directory/importing/upload.html", context)


@importers_only
def show(request, pk):
    """Wherever the file has come to."""
    job = get_object_or_404(ProfileImport, pk=pk)
    if request.method == "POST":
        return choose(request, job)
    if job.is_at_work:
        done, total = progress_of(job)
        context = {"job": job, "done": done, "total": total, "step": 3, "steps": STEPS}
        shown = render(request, "directory/importing/at_work.html", context)
        shown["Refresh"] = "2"
        return shown
    if job.state == State.CHOOSING or (job.rows and "columns" in request.GET) or job.is_stuck:
        return show_columns(request, job, MappingForm(table=table_of(job), mapping=job.mapping))
    return show_report(request, job)


def choose(request, job):
    if not job.rows:
        return redirect("profile_import", job.pk)
    form = MappingForm(request.POST, table=table_of(job), mapping=job.mapping)
    if not form.is_valid():
        return show_columns(request, job, form)
    look_through(job, mapping=form.mapping)
    return redirect("profile_import", job.pk)


def show_columns(request, job, form):
    context = {"job": job, "form": form, "columns": COLUMNS, "step": 2, "steps": STEPS}
    return render(request, "directory/importing/columns.html", context)


def show_report(request, job):
    outcome = request.GET.get("outcome", "")
    chosen = [one for one in job.report if not outcome or one["outcome"] == outcome]
    written = {str(Outcome.CREATED), str(Outcome.UPDATED)}
    context = {
        "job": job,
        "is_done": job.state == State.DONE,
        "counts": counts(job.report),
        "outcome": outcome,
        "invited": invited_of(job) if job.state == State.DONE else 0,
        "to_write": sum(one["outcome"] in written for one in job.report),
        "page": labelled(Paginator(chosen, PER_PAGE).get_page(request.GET.get("p"))),
        "total": len(job.report),
        "formats": list(FORMATS),
        "step": 4 if job.state == State.DONE else 3,
        "steps": STEPS,
    }
    return render(request, "directory/importing/report.html", context)


def invited_of(job) -> int:
    """How many of those in the file have an invitation to answer."""
    pages = [line["page"] for line in job.report if line["page"]]
    return ProfileOrigin.objects.filter(page__in=pages, invitation__isnull=False).count()


def labelled(page):
    for line in page:
        line["label"] = LABELS[Outcome(line["outcome"])]
    return page


@importers_only
@require_POST
def confirm(request, pk):
    job = get_object_or_404(ProfileImport, pk=pk)
    if not carry_on(job, invite="invite" in request.POST):
        messages.warning(request, _("This file is being imported already, or was."))
    return redirect("profile_import", job.pk)


@importers_only
@require_POST
def discard(request, pk):
    get_object_or_404(ProfileImport, pk=pk).delete()
    messages.success(request, _("The file is forgotten. What it brought in stays."))
    return redirect("profile_imports")


@importers_only
@require_safe
def report(request, pk, format):
    job = get_object_or_404(ProfileImport, pk=pk)
    return _table(lines(job.report), format, f"import-{job.pk}")


@importers_only
@require_safe
def example(request, format):
    return _table(template(), format, _("profiles"))


def _table(rows, format, name):
    if format not in FORMATS:
        raise Http404
    return as_file(f"{name}.{format}", rows)
