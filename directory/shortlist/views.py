"""The shortlist's page and its tables: answered from the address alone, the same for everybody."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render

from ..addresses import SHORTLIST, shortlist_url
from ..downloads import table
from ..models.pages import directory_views
from .asked import Shortlist
from .team import Team

TABLES = ("shortlist.csv", "shortlist.xlsx")


def in_its_language(view):
    """Another language's word for it leads to this language's."""

    def checked(request, page):
        address = shortlist_url(page.locale.language_code)
        if request.path.startswith(address):
            return view(request, page)
        rest = request.path.removeprefix(page.link).partition("/")[2]
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{address}{rest}{query and '?'}{query}")

    return checked


@in_its_language
def show(request, page):
    asked = Shortlist.of(request.GET)
    team = Team(asked, page.locale.language_code)
    alternates = [
        (language, f"{shortlist_url(language)}{team.kept.url()}".rstrip("?"))
        for language, _address in page.get_alternates()
    ]
    context = {
        "team": team,
        "asked": asked,
        "alternates": alternates,
        "breadcrumbs": [*page.get_breadcrumbs(), (page.title, page.link)],
        "directory_page": page,
    }
    return render(request, "directory/shortlist/page.html", context)


@in_its_language
def download(request, page):
    language = page.locale.language_code
    name = request.path.rpartition("/")[2]
    return table(name, Team(Shortlist.of(request.GET), language).profiles, language)


def connect() -> None:
    for name in SHORTLIST.values():
        directory_views[name] = show
        directory_views.update({f"{name}/{file}": download for file in TABLES})
