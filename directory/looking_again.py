"""An editor decides on what they saw: where it has changed meanwhile, they look again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from .models.review import AGAIN, EditorsReview


def look_again(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Where a decision came too late, the page as it is now, and a word on why."""
    late = request.method == "POST" and is_late(request, page)
    if late or (request.method == "GET" and AGAIN in request.GET):
        said = _("%(name)s has changed again, or a colleague was faster.")
        messages.warning(request, said % {"name": page.get_admin_display_title()})
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk])) if late else None


def is_late(request: HttpRequest, page: Page) -> bool:
    """Whether somebody decides in the form on another revision than the latest one: not the one
    they opened, nor the one they have kept since."""
    if "action-workflow-action" not in request.POST:
        return False
    if not isinstance(page.current_workflow_task, EditorsReview):
        return False
    seen = request.POST.get("overwrite_revision_id") or request.POST.get("loaded_revision_id")
    return bool(seen) and seen != str(page.latest_revision_id)
