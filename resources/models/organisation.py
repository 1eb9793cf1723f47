"""Who helps: ministries, chambers, funds, associations."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from cluster.core.fields import TextByLanguageField, in_language

from ..certainty import Certain


class Organisation(index.Indexed, Certain):
    """An organisation, or one aid of an organisation, that guides and checklists point to."""

    slug = models.SlugField(_("address part"), max_length=80, unique=True)
    names = TextByLanguageField(_("name"))
    offers = TextByLanguageField(_("what it offers"), blank=True)
    audiences = TextByLanguageField(_("to whom"), blank=True)
    grants = TextByLanguageField(
        _("cost or grant"),
        blank=True,
        help_text=_("In words only; put amounts in the register of figures and show them beside."),
    )
    deadlines = TextByLanguageField(
        _("deadline rule"), blank=True, help_text=_("For instance: apply before you sign.")
    )
    locality = models.CharField(_("locality"), max_length=100, blank=True)
    url = models.URLField(_("web address"), max_length=500)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)

    panels = [
        FieldPanel("names", help_text=_("Where a language is empty, another one is shown.")),
        FieldPanel(
            "slug",
            help_text=_("Names it in the list of all organisations: small letters, hyphens."),
        ),
        FieldPanel("url", help_text=_("Its name leads there: https://…")),
        FieldPanel("locality", help_text=_("Town or village, for your own overview.")),
        MultiFieldPanel(
            [
                FieldPanel("offers", help_text=_("One sentence, shown below the name.")),
                FieldPanel("audiences", help_text=_("For instance: freelancers and studios.")),
                FieldPanel("grants"),
                FieldPanel("deadlines"),
            ],
            _("What it does"),
        ),
        MultiFieldPanel(
            [
                *Certain.certainty_panels,
                FieldPanel("reviewed_on", help_text=_("When somebody last checked all this.")),
            ],
            _("Review"),
        ),
    ]
    search_fields = [
        index.SearchField("names"),
        index.SearchField("offers"),
        index.AutocompleteField("slug"),
    ]

    class Meta:
        ordering = ["slug"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return in_language(self.names) or self.slug

    @property
    def offer(self) -> str:
        return in_language(self.offers)

    @property
    def audience(self) -> str:
        return in_language(self.audiences)

    @property
    def grant(self) -> str:
        return in_language(self.grants)

    @property
    def deadline(self) -> str:
        return in_language(self.deadlines)
