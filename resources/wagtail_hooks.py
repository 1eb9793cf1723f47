from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Figure, Organisation


class FigureViewSet(SnippetViewSet):
    model = Figure
    icon = "decimal"
    menu_label = _("Figures")
    list_display = ["__str__", "slug"]
    search_fields = ["slug", "names"]
    list_per_page = 50


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    list_display = ["__str__", "locality", "certainty", "reviewed_on"]
    list_filter = ["certainty", "to_confirm"]
    list_per_page = 50


class RegisterGroup(SnippetViewSetGroup):
    items = (FigureViewSet, OrganisationViewSet)
    menu_label = _("Registers")
    menu_icon = "list-ul"
    menu_order = 300


register_snippet(RegisterGroup)
