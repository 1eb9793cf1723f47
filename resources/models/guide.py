from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index

from ..blocks import GuideBody
from ..outline import minutes_to_read, outline, parts
from ..paper import writing
from .base import ResourcePage


class GuidePage(RoutablePageMixin, ResourcePage):
    """How to do something: sections, steps, figures with their sources, who helps."""

    body = StreamField(
        GuideBody(),
        verbose_name=_("content"),
        help_text=_("Begin each part with a heading: the contents list is made from them."),
    )

    content_panels = [
        *ResourcePage.introduction_panels,
        FieldPanel("body"),
        *ResourcePage.review_panels,
    ]
    search_fields = [*ResourcePage.search_fields, index.SearchField("body")]
    template = "resources/guide_page.html"
    page_description = _("Explains one subject: sections, steps, figures, organisations.")

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(
            contents=outline(self.body),
            parts=parts(self.body),
            minutes=minutes_to_read(self.body),
            pdf_url=self.pdf_url,
        )
        return context

    @path("guide.pdf/")
    def as_pdf(self, request):
        """The guide as a tagged PDF; where this machine cannot write one, there is none."""
        return writing.respond(self, request)

    @property
    def pdf_url(self) -> str:
        """Empty where this machine cannot write one."""
        return f"{self.link}guide.pdf" if writing.is_possible() else ""
