"""What the pages below the resources share."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from cluster.core.fields import ChoiceListField
from cluster.core.models import BasePage

from ..purposes import Purpose


class RoomPage(BasePage):
    """A list below the resources, of which there is one per language."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction", help_text=_("One or two sentences below the title.")),
    ]
    parent_page_types = ["resources.ResourcesPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        abstract = True


class ResourcePage(BasePage):
    """A page below the resources, with an introduction and a date of review."""

    introduction = models.TextField(
        _("introduction"), help_text=_("Two or three sentences: for whom it is, what it answers.")
    )
    purposes = ChoiceListField(_("who needs it"), options=Purpose.choices, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    reviewed_by = models.CharField(
        _("reviewed by"),
        max_length=120,
        blank=True,
        help_text=_("Person or organisation, as readers will see it."),
    )
    next_review = models.DateField(
        _("next review"),
        null=True,
        blank=True,
        help_text=_("From that day on the page says that its review is due."),
    )

    introduction_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel(
            "purposes",
            help_text=_("Under which headings of the resources it stands; none: at their end."),
        ),
    ]
    review_panels = [
        MultiFieldPanel(
            [
                FieldPanel(
                    "reviewed_on",
                    help_text=_("When somebody last checked every statement; shown at the top."),
                ),
                FieldPanel("reviewed_by"),
                FieldPanel("next_review"),
            ],
            _("Review"),
        )
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]
    parent_page_types = ["resources.ResourcesPage"]
    subpage_types: list[str] = []

    class Meta:
        abstract = True

    @property
    def is_stale(self) -> bool:
        return self.next_review is not None and self.next_review < timezone.localdate()

    @property
    def feedback_url(self) -> str:
        """Where one says whether it was useful and what is missing."""
        return f"{self.link}missing/"
