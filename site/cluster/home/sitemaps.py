"""The sitemap: editors' pages and profiles, each in every language it answers in."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.utils import timezone
from wagtail.models import Page

from cluster.core.sections import ancestors_of, sections
from directory.models import ProfileListing, ProfilePage
from directory.opportunities.addresses import alternates_of
from directory.opportunities.models import OpportunityListing, OpportunityPage

Translations = list[tuple[str, str, datetime | None]]
"""Language, address and last change of each translation of one content."""


class TranslatedSitemap(Sitemap):
    """Items are contents; each gives one entry per language, with the others as alternates."""

    limit = 10_000

    def translations(self, item: Any) -> Translations:
        raise NotImplementedError

    def get_urls(self, page=1, site=None, protocol=None) -> list[dict[str, Any]]:
        return [
            entry
            for item in self.paginator.page(page).object_list
            for entry in self.entries(self.translations(item))
        ]

    def entries(self, translations: Translations) -> list[dict[str, Any]]:
        root = settings.BASE_URL
        alternates = [
            {"lang_code": language, "location": root + address}
            for language, address, _changed in translations
        ]
        return [
            {"location": root + address, "lastmod": changed, "alternates": alternates}
            for _language, address, changed in translations
        ]


class PagesSitemap(TranslatedSitemap):
    """Every public page but the profiles and opportunities."""

    def items(self) -> list[Translations]:
        public = Page.objects.live().public()
        pages = public.not_exact_type(ProfilePage, OpportunityPage).order_by("path")
        rows = pages.values_list(
            "translation_key", "locale__language_code", "url_path", "last_published_at"
        )
        contents = defaultdict(list)
        for key, language, url_path, changed in rows:
            if above := ancestors_of(url_path):
                address = above[-1].url + url_path.removeprefix(above[-1].url_path)
                contents[key].append((language, address, changed))
        return list(contents.values())

    def translations(self, item: Translations) -> Translations:
        return item


class ProfilesSitemap(TranslatedSitemap):
    """Every listed profile, below the directory of each language."""

    def items(self):
        return ProfileListing.objects.order_by("pk").values_list("slug", "updated_at")

    def translations(self, item: tuple[str, datetime]) -> Translations:
        slug, changed = item
        return [
            (section.language, f"{section.url}{slug}/", changed)
            for section in sections()
            if section.model == "directory.directorypage"
        ]


class OpportunitiesSitemap(TranslatedSitemap):
    """Every open one, below the list of each language."""

    def items(self):
        listed = OpportunityListing.objects.open(timezone.localdate()).order_by("pk")
        return listed.values_list("slug", "updated_at")

    def translations(self, item: tuple[str, datetime]) -> Translations:
        slug, changed = item
        return [(language, address, changed) for language, address in alternates_of(slug)]


SITEMAPS = {
    "pages": PagesSitemap,
    "profiles": ProfilesSitemap,
    "opportunities": OpportunitiesSitemap,
}
