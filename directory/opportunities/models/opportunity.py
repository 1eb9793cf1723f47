"""An opportunity as its poster writes it; the public never reads this table (see listing)."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import PageManager

from cluster.core.fields import ChoiceListField
from cluster.core.models import BasePage
from directory.former_skills import skill_now
from directory.models import Branch, Skill
from directory.models.choices import SPOKEN_LANGUAGES

from ..choices import Kind, Pay, PayUnit, Workplace
from ..panels import EDITED
from ..querysets import OpportunityQuerySet
from ..rules import check, flags_of, https_only
from ..showing import preview_opportunity

KEPT = (
    "client_email",
    "client_language",
    "client_confirmed_at",
    "submitted_at",
    "filled_at",
    "reminded_at",
    "expired_at",
)
"""What no revision takes back."""


class OpportunityPage(BasePage):
    """`owner` is the member who posted it; of a client without account there is an address.

    `submitted_at` is set while its poster waits for an editor's word.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    introduction = models.CharField(
        _("in one sentence"), max_length=250, help_text=_("What lists show below the title.")
    )
    body = models.TextField(_("text"), max_length=10_000)
    language = models.CharField(
        _("language of the text"), max_length=5, choices=settings.LANGUAGES, default="fr"
    )
    organisation = models.CharField(_("who is looking"), max_length=140)
    branches = ParentalManyToManyField(Branch, verbose_name=_("branches"), related_name="wanted")
    skills = ParentalManyToManyField(
        Skill, verbose_name=_("skills needed"), blank=True, related_name="wanted"
    )
    languages = ChoiceListField(_("languages needed"), options=SPOKEN_LANGUAGES, blank=True)
    workplace = models.CharField(
        _("where the work is done"), max_length=10, choices=Workplace, default=Workplace.ON_SITE
    )
    locality = models.CharField(_("town or village"), max_length=100, blank=True)
    pay = models.CharField(pgettext_lazy("money", "pay"), max_length=10, choices=Pay)
    pay_min = models.PositiveIntegerField(_("from (€)"), null=True, blank=True)
    pay_max = models.PositiveIntegerField(_("to (€)"), null=True, blank=True)
    pay_unit = models.CharField(_("paid by"), max_length=10, choices=PayUnit, default=PayUnit.WHOLE)
    rules = models.TextField(_("rules of the contest"), max_length=5_000, blank=True)
    fee = models.CharField(_("fee and prizes of the contest"), max_length=300, blank=True)
    deadline = models.DateField(_("open until"))
    answer_url = models.URLField(
        _("address for answers"), max_length=500, blank=True, validators=[https_only]
    )

    client_email = models.EmailField(_("client’s e-mail address"), blank=True, editable=False)
    client_language = models.CharField(
        max_length=5, choices=settings.LANGUAGES, blank=True, editable=False
    )
    client_confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    submitted_at = models.DateTimeField(null=True, blank=True, editable=False)
    filled_at = models.DateTimeField(null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    expired_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PageManager.from_queryset(OpportunityQuerySet)()

    content_panels = [*BasePage.content_panels, *EDITED]
    promote_panels = BasePage.promote_panels[:1]
    exclude_fields_in_copy = list(KEPT)
    parent_page_types = ["opportunities.OpportunitiesPage"]
    subpage_types: list[str] = []
    # The list, the API and the feed read listings, which know of no restriction.
    private_page_options: list[str] = []

    class Meta:
        verbose_name = _("opportunity")
        verbose_name_plural = _("opportunities")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pay_min__isnull=True)
                | models.Q(pay_max__isnull=True)
                | models.Q(pay_max__gte=models.F("pay_min")),
                name="a_pay_range_goes_upwards",
                violation_error_message=_("The second amount is below the first."),
            )
        ]

    def clean(self):
        super().clean()
        check(self)

    def serve_preview(self, request, mode_name):
        return preview_opportunity(request, self)

    def with_content_json(self, content):
        skills = [skill_now(pk) for pk in content.get("skills", [])]
        content = {**content, "skills": list(dict.fromkeys(skills))}
        page = super().with_content_json(content)
        for name in KEPT:
            setattr(page, name, getattr(self, name))
        return page

    def copy_for_translation(self, *args, **kwargs):
        """There is one, approved once; the list of every language shows it."""
        raise PermissionDenied

    @property
    def messages_go_to(self) -> str:
        """Where answers go; "" where nobody reads them."""
        if self.owner:
            return self.owner.email if self.owner.is_active else ""
        return self.client_email if self.client_confirmed_at else ""

    @property
    def member(self):
        """Who posted it; None for a client without account."""
        return self.owner

    @property
    def mail_language(self) -> str:
        return self.owner.language if self.owner else self.client_language or "fr"

    @property
    def flags(self) -> list:
        """What its poster and the editors should think about."""
        return flags_of(self)
