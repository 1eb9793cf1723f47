from django.conf import settings
from django.utils.translation import get_language

from .sections import footer, home_of, menu, section_of


def site(request):
    """What base.html needs on every page; asks the database nothing once the sections are kept."""
    language = get_language() or settings.LANGUAGE_CODE
    directory = section_of("directory.directorypage", language)
    agenda = section_of("events.agendapage", language)
    opportunities = section_of("opportunities.opportunitiespage", language)
    news = section_of("home.newsindexpage", language)
    return {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "base_url": settings.BASE_URL,
        "home": home_of(language),
        "menu": menu(language),
        "directory": directory,
        "agenda": agenda,
        "opportunities": opportunities,
        "feeds": [section for section in (directory, agenda, opportunities, news) if section],
        "footer": footer(language),
        "map_tiles_url": settings.MAP_TILES_URL,
        "map_tiles_attribution": settings.MAP_TILES_ATTRIBUTION,
    }
