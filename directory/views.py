"""What stands below the directory's address besides profiles' pages."""

from .downloads import MOST, PLACES, TABLES, places, table
from .feed import ProfileFeed
from .models.pages import directory_views
from .query import ProfileQuery
from .sharing import views as sharing
from .shortlist import views as shortlist


def feed(request, page):
    answer = ProfileFeed(title=page.title, url=page.link, language=page.locale.language_code)
    return answer(request)


def table_of_profiles(request, page):
    language = page.locale.language_code
    found = ProfileQuery.of(request.GET).results(language, limit=MOST)
    return table(request.path.rpartition("/")[2], found, language)


def places_of_profiles(request, page):
    return places(ProfileQuery.of(request.GET), page.locale.language_code)


def connect() -> None:
    directory_views["feed.xml"] = feed
    directory_views[PLACES] = places_of_profiles
    directory_views.update(dict.fromkeys(TABLES, table_of_profiles))
    shortlist.connect()
    sharing.connect()
