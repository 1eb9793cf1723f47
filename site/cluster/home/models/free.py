from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cluster.core.blocks import TextBody
from cluster.core.models import BasePage


class FreePage(BasePage):
    """About, imprint, privacy: whatever fits no other kind of page."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences below the title.")
    )
    body = StreamField(TextBody(), verbose_name=_("text"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body", help_text=_("Below the introduction, in the order you put it.")),
    ]
    promote_panels = BasePage.menu_panels
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]
    parent_page_types = ["home.HomePage", "home.FreePage"]
    subpage_types = ["home.FreePage"]

    class Meta:
        verbose_name = _("free page")
        verbose_name_plural = _("free pages")
