"""Profiles as an Atom feed, filtered like the list it belongs to."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.dateparse import parse_datetime
from django.utils.feedgenerator import Atom1Feed

from .addresses import profile_url
from .query import ProfileQuery

LENGTH = 50


class ProfileFeed(Feed):
    """The most recently updated profiles of a query."""

    feed_type = Atom1Feed

    def __init__(self, *, title: str, url: str, language: str):
        self.title = title
        self.link = settings.BASE_URL + url
        self.language = language

    def get_object(self, request, *args, **kwargs) -> ProfileQuery:
        self.feed_url = f"{settings.BASE_URL}{request.get_full_path()}"
        return ProfileQuery.of(request.GET)

    def items(self, query: ProfileQuery):
        return query.sorted_by("recent").results(self.language, limit=LENGTH)

    def item_title(self, item) -> str:
        return item["name"]

    def item_description(self, item) -> str:
        return item["headline"]

    def item_link(self, item) -> str:
        return settings.BASE_URL + profile_url(item["slug"], self.language)

    def item_updateddate(self, item):
        return parse_datetime(item["updated_at"])

    def item_categories(self, item):
        return [branch["name"] for branch in item["branches"]]
