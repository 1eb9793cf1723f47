import pytest
from wagtail.models import Site

from cluster.home.tree import plant_tree

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "root"),
    [
        ("https://cluster.example.org", "https://cluster.example.org"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
    ],
)
def test_the_site_answers_where_the_settings_say(settings, address, root):
    settings.BASE_URL = address

    plant_tree()

    assert Site.objects.get(is_default_site=True).root_url == root
