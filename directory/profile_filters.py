"""What the editors' list of profiles can be narrowed by."""

import datetime as dt

from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter, DateFromToRangeFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from cluster.geo.gazetteer import cantons, localities

from .completeness import THIN, thin, with_completeness
from .models import Branch, ProfilePage
from .models.profile import Kind

STATES = {
    "draft": (
        pgettext_lazy("state of a profile", "Draft"),
        lambda pages: pages.drafts(),
    ),
    "waiting": (
        pgettext_lazy("state of a profile", "Waiting for review"),
        lambda pages: pages.filter(pk__in=ProfilePage.objects.waiting().order_by().values("pk")),
    ),
    "rejected": (
        pgettext_lazy("state of a profile", "To be changed"),
        lambda pages: pages.to_be_changed(),
    ),
    "public": (
        pgettext_lazy("state of a profile", "Public"),
        lambda pages: pages.filter(live=True),
    ),
    "edited": (
        _("Public, changed since an editor looked"),
        lambda pages: pages.filter(is_edited=True),
    ),
    "unpublished": (
        pgettext_lazy("state of a profile", "Not public"),
        lambda pages: pages.taken_off(),
    ),
    "faded": (
        _("Public, and said not to be confirmed"),
        lambda pages: pages.filter(live=True, faded_at__isnull=False),
    ),
    "lapsed": (
        _("Not public, because not confirmed"),
        lambda pages: pages.lapsed(),
    ),
}
TAKEN_OVER = {
    "uninvited": (
        _("Imported, not invited yet"),
        lambda pages: pages.imported().filter(origin__invited_at=None),
    ),
    "invited": (
        _("Imported and invited, no answer"),
        lambda pages: pages.imported().filter(origin__invited_at__isnull=False),
    ),
    "claimed": (
        _("Imported and taken over"),
        lambda pages: pages.filter(origin__claimed_at__isnull=False),
    ),
}
DAYS = {"6": 182, "12": 365, "24": 730}
"""Of as many months; what counts as stale is counted in days."""


def months_ago(months: str) -> dt.datetime:
    return timezone.now() - dt.timedelta(days=DAYS[months])


class StateFilter(ChoiceFilter):
    def filter(self, qs, value):
        return STATES[value][1](qs) if value in STATES else qs


class ImportFilter(ChoiceFilter):
    def filter(self, qs, value):
        return TAKEN_OVER[value][1](qs) if value in TAKEN_OVER else qs


class CantonFilter(ChoiceFilter):
    def filter(self, qs, value):
        if not value:
            return qs
        return qs.filter(locality__in=[p.name for p in localities() if p.canton == value])


class AgeFilter(ChoiceFilter):
    def filter(self, qs, value):
        return qs.not_confirmed_since(months_ago(value)) if value in DAYS else qs


class FilledFilter(ChoiceFilter):
    def filter(self, qs, value):
        found = {"little": thin, "enough": lambda pages: pages.filter(done__gte=THIN)}
        return found[value](with_completeness(qs)) if value in found else qs


class AccountFilter(ChoiceFilter):
    def filter(self, qs, value):
        return qs.filter(member__isnull=value == "no") if value else qs


class ProfileFilterSet(WagtailFilterSet):
    state = StateFilter(
        label=_("State"),
        choices=[(name, label) for name, (label, _narrow) in STATES.items()],
        widget=RadioSelect,
    )
    branches = ModelMultipleChoiceFilter(
        label=_("Branch"), queryset=Branch.objects.all(), widget=CheckboxSelectMultiple
    )
    canton = CantonFilter(label=_("Canton"), choices=lambda: [(c, c) for c in cantons()])
    kind = ChoiceFilter(label=_("Kind"), choices=Kind.choices, widget=RadioSelect)
    confirmed_at = DateFromToRangeFilter(label=_("Confirmed on"), widget=DateRangePickerWidget)
    unconfirmed = AgeFilter(
        label=_("Not confirmed for"),
        choices=[("6", _("6 months")), ("12", _("12 months")), ("24", _("24 months"))],
        widget=RadioSelect,
    )
    filled = FilledFilter(
        label=pgettext_lazy("how much of a profile", "Filled in"),
        choices=[("little", _("Little: public and thin")), ("enough", _("Enough"))],
        widget=RadioSelect,
    )
    account = AccountFilter(
        label=_("Member’s account"),
        choices=[("yes", _("With an account")), ("no", _("Without an account"))],
        widget=RadioSelect,
    )
    imported = ImportFilter(
        label=_("From a file"),
        choices=[(name, label) for name, (label, _narrow) in TAKEN_OVER.items()],
        widget=RadioSelect,
    )

    class Meta:
        model = ProfilePage
        fields: list[str] = []
