import pytest
from django.test import Client

from cluster.home import demo
from cluster.home.models import FreePage, HomePage, NewsPage

pytestmark = pytest.mark.django_db


def count() -> tuple[int, int]:
    return NewsPage.objects.live().count(), FreePage.objects.live().count()


def test_loading_the_demo_again_changes_nothing(tree):
    demo.load(print)
    first = count()

    demo.load(print)

    assert count() == first == (10, 9)


def test_the_demo_leaves_an_editors_sentence_alone(tree):
    HomePage.objects.filter(locale__language_code="en").update(introduction="Ours.")

    demo.load(print)

    assert HomePage.objects.get(locale__language_code="en").introduction == "Ours."


def test_the_footer_leads_to_the_free_pages_of_the_language(client: Client, tree):
    demo.load(print)

    page = client.get("/en/").text

    assert 'href="/en/imprint/"' in page
    assert "/fr/mentions-legales/" not in page
