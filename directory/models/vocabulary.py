"""The words profiles are sorted by."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from taggit.models import TagBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from cluster.core.fields import TextByLanguageField, in_language

SYNONYMS = _(
    "Other words people search for, with commas between them; several words may belong together. "
    "Whoever types one of them, in whatever language, finds these profiles and those that use "
    "another one in their texts. Plurals and feminine forms are found by themselves."
)


class Branch(models.Model):
    """One of the cluster's branches, in the editors' order; its colour follows its number."""

    slug = models.SlugField(_("address part"), max_length=60, unique=True)
    names = TextByLanguageField(_("name"))
    synonyms = TextByLanguageField(_("synonyms"), blank=True, longest=1_000)
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Also chooses the branch's colour, 1 to 12.")
    )

    panels = [
        FieldPanel("names", help_text=_("Where a language is empty, another one is shown.")),
        FieldPanel("synonyms", help_text=SYNONYMS),
        FieldPanel(
            "slug",
            help_text=_("Stands in the addresses of filtered lists; links to them break with it."),
        ),
        FieldPanel("position"),
    ]

    class Meta:
        ordering = ["position", "slug"]
        verbose_name = _("branch")
        verbose_name_plural = _("branches")

    def __str__(self) -> str:
        return in_language(self.names) or self.slug

    @classmethod
    def from_db(cls, *args, **kwargs):
        return _with_what_is_listed(super().from_db(*args, **kwargs))

    def name_in(self, language: str) -> str:
        return in_language(self.names, language) or self.slug


class Nomenclature(models.TextChoices):
    UNDECIDED = "", pgettext_lazy("nomenclature", "Not decided yet")
    ESCO = "esco", "ESCO"
    ROME = "rome", "ROME"
    NACE = "nace", "NACE"
    NONE = "none", _("In no nomenclature")


CODED = (Nomenclature.ESCO, Nomenclature.ROME, Nomenclature.NACE)


class Skill(TagBase):
    """A skill, coined by whoever first claimed it; `names` are its translations."""

    free_tagging = True
    names = TextByLanguageField(_("translations"), blank=True)
    synonyms = TextByLanguageField(_("synonyms"), blank=True, longest=1_000)
    nomenclature = models.CharField(
        _("nomenclature"),
        max_length=8,
        choices=Nomenclature.choices,
        default=Nomenclature.UNDECIDED,
        blank=True,
    )
    code = models.CharField(_("code"), max_length=60, blank=True)
    first_claimed_at = models.DateTimeField(
        _("first claimed"), null=True, blank=True, editable=False
    )

    panels = [
        FieldPanel("name", help_text=_("As members type it; shown where no translation is.")),
        FieldPanel("names", help_text=_("Shown and found in these languages.")),
        FieldPanel("synonyms", help_text=SYNONYMS),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel(
                            "nomenclature",
                            help_text=_(
                                "Where it is officially listed. What is in no nomenclature is "
                                "reported under new professions."
                            ),
                        ),
                        FieldPanel(
                            "code",
                            help_text=_(
                                "As it is written there: E1205 (ROME), 74.20 (NACE), the end of "
                                "the address (ESCO)."
                            ),
                        ),
                    ]
                )
            ],
            heading=_("Official nomenclature"),
        ),
        FieldPanel(
            "slug",
            heading=_("Address part"),
            help_text=_("Stands in the addresses of filtered lists; old ones lead to the new one."),
        ),
    ]

    class Meta:
        verbose_name = _("skill")
        verbose_name_plural = _("skills")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(nomenclature__in=CODED) & ~models.Q(code="")
                | ~models.Q(nomenclature__in=CODED) & models.Q(code=""),
                name="a_code_of_a_nomenclature_and_none_without",
                violation_error_message=_(
                    "A code belongs to a nomenclature: choose both of them, or neither."
                ),
            )
        ]

    @classmethod
    def from_db(cls, *args, **kwargs):
        return _with_what_is_listed(super().from_db(*args, **kwargs))

    def clean(self):
        """Members' skills are found whatever their case; an editor's must not be a second one."""
        super().clean()
        others = Skill.objects.exclude(pk=self.pk)
        if others.filter(name__iexact=self.name).exists():
            raise ValidationError({"name": _("There is already a skill with this name.")})

    def name_in(self, language: str) -> str:
        return self.names.get(language) or self.name


class FormerSkill(models.Model):
    """What a skill was known by before it got another address or was merged into one that stayed.

    `key` is the primary key it had in drafts that were saved before.
    """

    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="former")
    slug = models.SlugField(max_length=100, unique=True, allow_unicode=True)
    key = models.BigIntegerField(null=True, blank=True, unique=True)

    def __str__(self) -> str:
        return self.slug


def listed(word: Branch | Skill) -> tuple[str, str, dict[str, str]]:
    """What of it stands in every listing that has it."""
    return word.slug, getattr(word, "name", ""), dict(word.names)


def _with_what_is_listed(word):
    if not word.get_deferred_fields():
        word.was_listed = listed(word)
    return word
