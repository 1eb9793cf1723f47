"""The editors' lists of the words profiles are sorted by."""

from django.conf import settings
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from cluster.core.fields import in_each_language

from .models import Branch, Skill
from .skill_filters import SkillFilterSet
from .thesaurus import synonyms_of

MOST_SYNONYMS = 8


def names_by_language(word: Branch | Skill) -> str:
    """In the site's order of languages: a database keeps the names in one of its own."""
    codes = [code for code, _label in settings.LANGUAGES if word.names.get(code)]
    return " · ".join(f"{code}: {word.names[code]}" for code in codes)


def synonyms_in_words(word: Branch | Skill) -> str:
    """Enough of them to know that they are there; the form has them all."""
    every = list(dict.fromkeys(synonyms_of(word.synonyms)))
    shown, more = ", ".join(every[:MOST_SYNONYMS]), len(every) - MOST_SYNONYMS
    return f"{shown} + {more}" if more > 0 else shown


def nomenclature_in_words(skill: Skill) -> str:
    return f"{skill.get_nomenclature_display()} {skill.code}".strip()


class BranchesView(IndexView):
    def get_base_queryset(self):
        public = Count("profilepage", filter=Q(profilepage__live=True))
        return super().get_base_queryset().annotate(profiles=public)


class SkillsView(IndexView):
    def get_base_queryset(self):
        public = Count("profile_items", filter=Q(profile_items__content_object__live=True))
        return super().get_base_queryset().annotate(profiles=public)


NAMES = Column("names", label=_("In other languages"), accessor=names_by_language)
SYNONYMS = Column("synonyms", label=_("Synonyms"), accessor=synonyms_in_words)
PROFILES = Column("profiles", label=_("Public profiles"), sort_key="profiles")
NOMENCLATURE = Column(
    "nomenclature",
    label=_("Nomenclature"),
    accessor=nomenclature_in_words,
    sort_key="nomenclature",
)


class BranchViewSet(SnippetViewSet):
    model = Branch
    icon = "tag"
    menu_label = _("Branches")
    index_view_class = BranchesView
    list_display = ["__str__", NAMES, SYNONYMS, "position", PROFILES]
    ordering = ["position", "slug"]
    list_per_page = 50


class SkillViewSet(SnippetViewSet):
    """The most used first, as a search offers them."""

    model = Skill
    icon = "tag"
    menu_label = _("Skills")
    index_view_class = SkillsView
    list_display = ["name", NAMES, SYNONYMS, NOMENCLATURE, PROFILES]
    filterset_class = SkillFilterSet
    search_fields = ["name", "slug", *in_each_language("names"), *in_each_language("synonyms")]
    ordering = ["-profiles", "name"]
    list_per_page = 50


class WordsGroup(SnippetViewSetGroup):
    items = (BranchViewSet, SkillViewSet)
    menu_name = "words"
    menu_label = _("Vocabulary")
    menu_icon = "tag"
