import pytest
from django.test import Client

from directory.models import DirectoryPage
from tests.factories import home as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address", ["/fr/", "/en/", "/de/", "/lb/", "/fr/annuaire/", "/en/directory/"]
)
def test_homes_and_sections_answer_at_their_addresses(client: Client, tree, address):
    response = client.get(address)

    assert response.status_code == 200
    assert f'lang="{address[1:3]}"' in response.text


def test_the_bare_address_leads_to_the_visitors_language(client: Client, tree):
    response = client.get("/", headers={"accept-language": "de-LU,de;q=0.9,fr;q=0.5"})

    assert response.status_code == 302
    assert response["Location"] == "/de/"
    assert "Accept-Language" in response["Vary"]


def test_the_way_to_a_section_costs_one_query(client: Client, tree, django_assert_num_queries):
    make.free_page()
    client.get("/fr/")

    with django_assert_num_queries(1):
        client.get("/fr/a-propos/")


def test_an_unpublished_section_is_gone_at_once(client: Client, tree):
    client.get("/fr/annuaire/")
    DirectoryPage.objects.get(locale__language_code="fr").unpublish()

    assert client.get("/fr/annuaire/").status_code == 404
    assert "/fr/annuaire/" not in client.get("/fr/").text


def test_what_is_missing_in_the_admin_is_not_looked_for_below_a_language(admin_client, tree):
    assert admin_client.get("/admin/users/edit/999999/").status_code == 404
