"""The page tree every installation starts from: a home and its sections in each language."""

from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from directory.opportunities.review import plant_opportunity_review
from directory.review import plant_review

from .models import HomePage

SECTIONS: list[tuple[str, dict[str, tuple[str, str]]]] = [
    (
        "directory.DirectoryPage",
        {
            "fr": ("annuaire", "Annuaire"),
            "en": ("directory", "Directory"),
            "de": ("verzeichnis", "Verzeichnis"),
            "lb": ("verzeechnes", "Verzeechnes"),
        },
    ),
    (
        "events.AgendaPage",
        {
            "fr": ("agenda", "Agenda"),
            "en": ("events", "Events"),
            "de": ("veranstaltungen", "Veranstaltungen"),
            "lb": ("evenementer", "Evenementer"),
        },
    ),
    (
        "opportunities.OpportunitiesPage",
        {
            "fr": ("opportunites", "Opportunités"),
            "en": ("opportunities", "Opportunities"),
            "de": ("angebote", "Angebote"),
            "lb": ("offeren", "Offeren"),
        },
    ),
    (
        "resources.ResourcesPage",
        {
            "fr": ("ressources", "Ressources"),
            "en": ("resources", "Resources"),
            "de": ("ressourcen", "Ressourcen"),
            "lb": ("ressourcen", "Ressourcen"),
        },
    ),
    (
        "home.NewsIndexPage",
        {
            "fr": ("actualites", "Actualités"),
            "en": ("news", "News"),
            "de": ("aktuelles", "Aktuelles"),
            "lb": ("aktualiteiten", "Aktualitéiten"),
        },
    ),
    (
        "directory.FiguresPage",
        {
            "fr": ("chiffres", "Chiffres du secteur"),
            "en": ("figures", "Figures of the sector"),
            "de": ("zahlen", "Zahlen der Branche"),
            "lb": ("zuelen", "Zuele vum Secteur"),
        },
    ),
]
"""Model, then slug and title by language, in the order of the menu."""
AT_THE_FOOT = {"directory.FiguresPage"}
"""The menu has no room for more."""


@transaction.atomic
def plant_tree() -> None:
    """Makes the locales, homes and sections that are missing; leaves those that are there."""
    locales = {
        code: Locale.objects.get_or_create(language_code=code)[0]
        for code, _label in settings.LANGUAGES
    }
    homes = _plant_homes(locales)
    for label, names in SECTIONS:
        model = apps.get_model(label)
        first = None
        for code, (slug, title) in names.items():
            page = model._default_manager.filter(locale=locales[code]).first()
            if page is None:
                page = model(title=title, slug=slug, locale=locales[code])
                page.show_in_menus = label not in AT_THE_FOOT
                if first is not None:
                    page.translation_key = first.translation_key
                homes[code].add_child(instance=page)
                page.save_revision().publish()
            first = first or page
    plant_review()
    plant_opportunity_review()


def _plant_homes(locales: dict[str, Locale]) -> dict[str, HomePage]:
    homes = {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}
    first = homes.get(settings.LANGUAGE_CODE)
    for code, locale in locales.items():
        if code in homes:
            continue
        home = HomePage(title=settings.WAGTAIL_SITE_NAME, slug=f"home-{code}", locale=locale)
        if first is not None:
            home.translation_key = first.translation_key
        Page.objects.get(depth=1).add_child(instance=home)
        home.save_revision().publish()
        homes[code] = home
        first = first or home
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "root_page": first,
            "site_name": settings.WAGTAIL_SITE_NAME,
            **_host_and_port(settings.BASE_URL),
        },
    )
    Page.objects.filter(depth=2, slug="home").exclude(
        pk__in=[h.pk for h in homes.values()]
    ).delete()
    return homes


def _host_and_port(url: str) -> dict[str, str | int]:
    """Wagtail composes absolute addresses of these; 443 is how it knows `https`."""
    parts = urlsplit(url)
    usual = 443 if parts.scheme == "https" else 80
    return {"hostname": parts.hostname or "localhost", "port": parts.port or usual}
