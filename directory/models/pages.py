from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cluster.core.models import BasePage


class DirectoryPage(BasePage):
    """The directory in one language; the default locale's holds the profiles, all show them."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["directory.ProfilePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("directory")
