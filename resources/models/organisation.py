"""Who helps: ministries, chambers, funds, associations."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from cluster.core.fields import ChoiceListField, TextByLanguageField, in_language
from cluster.core.place import Placed
from cluster.geo import gazetteer
from cluster.geo.panels import place_panels
from directory.models.profile import SPOKEN_LANGUAGES
from directory.words import searchable

from ..certainty import Certain
from ..organisations.audiences import Audience
from ..organisations.querysets import OrganisationQuerySet
from .need import Need


class Organisation(index.Indexed, Placed, Certain):
    """An organisation, or one aid of an organisation, that guides and checklists point to.

    `longitude` to `search_text` follow from the rest at every save."""

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
    needs = models.ManyToManyField(
        Need, verbose_name=_("helps with"), blank=True, related_name="organisations"
    )
    audience_kinds = ChoiceListField(_("whom it helps"), options=Audience.choices, blank=True)
    languages = ChoiceListField(_("spoken languages"), options=SPOKEN_LANGUAGES, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    url = models.URLField(_("web address"), max_length=500)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    longitude = models.FloatField(null=True, editable=False)
    latitude = models.FloatField(null=True, editable=False)
    search_text = models.TextField(blank=True, editable=False)

    panels = [
        FieldPanel("names", help_text=_("Where a language is empty, another one is shown.")),
        FieldPanel(
            "slug",
            help_text=_("Names it in the list of all organisations: small letters, hyphens."),
        ),
        FieldPanel("url", help_text=_("Its name leads there: https://…")),
        MultiFieldPanel(
            [
                FieldPanel("offers", help_text=_("One sentence, shown below the name.")),
                FieldPanel(
                    "needs",
                    widget=forms.CheckboxSelectMultiple,
                    help_text=_("At which steps. A need that nobody has ticked shows as a gap."),
                ),
                FieldPanel("audiences", help_text=_("For instance: freelancers and studios.")),
                FieldPanel(
                    "audience_kinds",
                    help_text=_("The list is narrowed by them; none ticked: everybody."),
                ),
                FieldPanel("grants"),
                FieldPanel("deadlines"),
            ],
            _("What it does"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("languages", help_text=_("In which one can speak or write to it.")),
                FieldPanel("email", help_text=_("Public: of the office, not of a person.")),
                FieldPanel("phone", help_text=_("Public, with the country: +352 …")),
                *place_panels(),
            ],
            _("Where to find it"),
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
    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(longitude__isnull=True, latitude__isnull=True)
                | models.Q(longitude__isnull=False, latitude__isnull=False),
                name="an_organisation_has_both_coordinates_or_none",
            )
        ]

    def __str__(self) -> str:
        return in_language(self.names) or self.slug

    def save(self, *args, **kwargs):
        place = None if self.point else gazetteer.find(self.locality)
        point = place.point if place else self.point
        self.longitude = point.longitude if point else None
        self.latitude = point.latitude if point else None
        said = (self.names, self.offers, self.audiences, self.grants, self.deadlines)
        texts = [text for each in said for text in each.values()]
        self.search_text = searchable(*texts, self.locality)
        super().save(*args, **kwargs)

    @property
    def is_approximate(self) -> bool:
        """Whether the map shows the middle of its locality."""
        place = gazetteer.find(self.locality)
        return not self.point or bool(place and self.point == place.point)

    @property
    def spoken(self) -> str:
        names = dict(SPOKEN_LANGUAGES)
        return ", ".join(str(names[code]) for code in self.languages if code in names)

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
