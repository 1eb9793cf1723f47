"""The editors' lists of the words profiles are sorted by."""

from django.conf import settings
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from .models import Branch, Skill


def names_by_language(word: Branch | Skill) -> str:
    """In the site's order of languages: a database keeps the names in one of its own."""
    codes = [code for code, _label in settings.LANGUAGES if word.names.get(code)]
    return " · ".join(f"{code}: {word.names[code]}" for code in codes)


class BranchesView(IndexView):
    def get_base_queryset(self):
        public = Count("profilepage", filter=Q(profilepage__live=True))
        return super().get_base_queryset().annotate(profiles=public)


class SkillsView(IndexView):
    def get_base_queryset(self):
        public = Count("profile_items", filter=Q(profile_items__content_object__live=True))
        return super().get_base_queryset().annotate(profiles=public)


NAMES = Column("names", label=_("In other languages"), accessor=names_by_language)
PROFILES = Column("profiles", label=_("Public profiles"), sort_key="profiles")


class BranchViewSet(SnippetViewSet):
    model = Branch
    icon = "tag"
    menu_label = _("Branches")
    index_view_class = BranchesView
    list_display = ["__str__", NAMES, "position", PROFILES]
    ordering = ["position", "slug"]
    list_per_page = 50


class SkillViewSet(SnippetViewSet):
    """The most used first, as a search offers them."""

    model = Skill
    icon = "tag"
    menu_label = _("Skills")
    index_view_class = SkillsView
    list_display = ["name", NAMES, PROFILES]
    search_fields = ["name", "slug"]
    ordering = ["-profiles", "name"]
    list_per_page = 50


class WordsGroup(SnippetViewSetGroup):
    items = (BranchViewSet, SkillViewSet)
    menu_label = _("Branches, skills")
    menu_icon = "tag"
    menu_order = 160
