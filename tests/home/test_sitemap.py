from xml.etree import ElementTree

import pytest
from django.test import Client

from tests.factories import home as make

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def read(client: Client, address: str) -> ElementTree.Element:
    return ElementTree.fromstring(client.get(address).content)  # noqa: S314 - our own answer


def test_the_sitemap_leads_to_pages_profiles_and_opportunities(client: Client, tree):
    index = read(client, "/sitemap.xml")

    assert [entry.text for entry in index.iter(f"{MAP}loc")] == [
        "http://testserver/sitemap-pages.xml",
        "http://testserver/sitemap-profiles.xml",
        "http://testserver/sitemap-opportunities.xml",
    ]


def test_a_page_is_listed_once_a_language_with_its_translations(client: Client, tree, settings):
    french = make.news(title="Ouverture", slug="ouverture")
    make.news(title="Opening", slug="opening", language="en", translation_of=french)
    make.news(title="Brouillon", slug="brouillon", draft=True)
    root = settings.BASE_URL

    urls = {
        url.findtext(f"{MAP}loc"): {
            link.get("hreflang"): link.get("href") for link in url.iter(LINK)
        }
        for url in read(client, "/sitemap-pages.xml").iter(f"{MAP}url")
    }

    both = {"fr": f"{root}/fr/actualites/ouverture/", "en": f"{root}/en/news/opening/"}
    assert urls[both["fr"]] == both
    assert urls[both["en"]] == both
    assert not [url for url in urls if "brouillon" in url]
