from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index

from .. import deadlines_ical
from ..blocks import ChecklistItems
from ..figures_read import FiguresRead
from ..procedures.answering import answer
from ..procedures.brief import as_text, brief
from ..procedures.deadlines import entries
from ..procedures.forms import BriefForm, CaseForm
from ..procedures.thresholds import NAMES
from .base import ResourcePage


class ChecklistPage(RoutablePageMixin, ResourcePage):
    """What to do when launching or answering a tender or a contest."""

    items = StreamField(
        ChecklistItems(),
        verbose_name=_("items"),
        help_text=_("In the order they are done; each says to whom and when it applies."),
    )
    figures_read = FiguresRead(NAMES)

    content_panels = [
        *ResourcePage.introduction_panels,
        FieldPanel("items"),
        *ResourcePage.review_panels,
    ]
    search_fields = [*ResourcePage.search_fields, index.SearchField("items")]
    template = "resources/checklist_page.html"
    page_description = _("Four lists in one: launch or answer, tender or contest.")

    class Meta:
        verbose_name = _("checklist")
        verbose_name_plural = _("checklists")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        form = CaseForm(request.GET)
        form.is_valid()
        calendar = f"deadlines.ics?{form.encoded}"
        context.update(
            form=form,
            answer=answer(self.items, form.case),
            calendar=calendar,
            webcal=deadlines_ical.webcal(f"{self.link}{calendar}"),
        )
        return context

    @path("deadlines.ics/")
    def as_calendar(self, request):
        form = CaseForm(request.GET)
        form.is_valid()
        return deadlines_ical.respond(
            entries(answer(self.items, form.case)),
            name=self.title,
            address=f"{self.link}deadlines.ics?{form.encoded}",
        )

    @path("brief/")
    def as_brief(self, request):
        context = self.get_context(request)
        form = BriefForm(request.GET)
        form.is_valid()
        said = getattr(form, "cleaned_data", {})
        parts = brief(context["answer"], said)
        title = said.get("project") or str(_("Brief"))
        context.update(
            brief_form=form,
            parts=parts,
            brief_title=title,
            as_text=as_text(title, parts),
        )
        return TemplateResponse(request, "resources/checklist_brief.html", context)

    @path("offline.js/")
    def as_worker(self, request):
        """What keeps this page readable without a network; it rules what is below its address."""
        script = Path(str(finders.find("js/offline.js"))).read_text(encoding="utf-8")
        return HttpResponse(script, content_type="text/javascript; charset=utf-8")
