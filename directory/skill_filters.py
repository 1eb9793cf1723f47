"""What the editors' list of skills is narrowed by."""

from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from .models.vocabulary import Nomenclature, Skill

UNDECIDED = "undecided"
DECISIONS = [(value or UNDECIDED, label) for value, label in Nomenclature.choices]
LACKING = {"names": _("Translations"), "synonyms": _("Synonyms")}


class NomenclatureFilter(ChoiceFilter):
    def filter(self, qs, value):
        if not value:
            return qs
        return qs.filter(nomenclature="" if value == UNDECIDED else value)


class LackingFilter(ChoiceFilter):
    def filter(self, qs, value):
        return qs.filter(**{value: {}}) if value in LACKING else qs


class SkillFilterSet(WagtailFilterSet):
    nomenclature = NomenclatureFilter(
        label=_("Nomenclature"), choices=DECISIONS, widget=RadioSelect, empty_label=_("All")
    )
    lacking = LackingFilter(
        label=_("Still without"),
        choices=list(LACKING.items()),
        widget=RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = Skill
        fields: list[str] = []
