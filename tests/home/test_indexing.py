import pytest
from wagtail.models import Page

from cluster.home.indexing import indexed_at_the_end
from cluster.home.models import FreePage, HomePage

pytestmark = pytest.mark.django_db


def test_what_is_loaded_together_is_found_once_all_of_it_is_there(tree):
    home = HomePage.objects.get(locale__language_code="fr")
    with indexed_at_the_end():
        home.add_child(instance=FreePage(title="Imprimerie", slug="imprimerie", locale=home.locale))
        during = Page.objects.search("Imprimerie").count()

    assert during == 0
    assert [page.title for page in Page.objects.search("Imprimerie")] == ["Imprimerie"]

    home.add_child(instance=FreePage(title="Reliure", slug="reliure", locale=home.locale))
    assert Page.objects.search("Reliure").count() == 1
