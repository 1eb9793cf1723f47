from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from ..blocks import ChecklistItems
from ..checklist import select
from ..forms import ChecklistForm
from .base import ResourcePage


class ChecklistPage(ResourcePage):
    """What to do when launching or answering a tender or a contest."""

    items = StreamField(
        ChecklistItems(),
        verbose_name=_("items"),
        help_text=_("In the order they are done; each says to whom and when it applies."),
    )

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
        form = ChecklistForm(request.GET)
        context.update(form=form, ignored=form.ignored, groups=select(self.items, form.choice))
        return context
