import pytest
from django.test import Client

from cluster.core.sections import section_of
from cluster.home.models import FreePage
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


def test_the_way_to_a_section_costs_one_query_and_then_none(
    client: Client, tree, django_assert_num_queries
):
    make.free_page()
    client.get("/fr/")

    with django_assert_num_queries(1):
        client.get("/fr/a-propos/")
    with django_assert_num_queries(0):
        client.get("/fr/a-propos/")


@pytest.mark.parametrize("way", ["published", "saved"])
def test_a_section_that_was_changed_says_so_at_once(client: Client, tree, way):
    page = make.free_page(title="Avant")
    seen = client.get("/fr/a-propos/").text
    page.title = "Après"
    if way == "published":
        page.save_revision().publish()
    else:
        page.save()

    assert "<h1>Avant</h1>" in seen
    assert "<h1>Après</h1>" in client.get("/fr/a-propos/").text


def test_the_first_page_below_one_that_was_read_is_found(client: Client, tree):
    above = make.free_page()
    client.get("/fr/a-propos/")
    below = FreePage(title="Équipe", slug="equipe", locale=above.locale)
    FreePage.objects.get(pk=above.pk).add_child(instance=below)
    below.save_revision().publish()

    assert "<h1>Équipe</h1>" in client.get("/fr/a-propos/equipe/").text


def test_what_one_reader_is_shown_of_a_section_is_not_kept_for_the_next(tree):
    section = section_of("directory.directorypage", "fr")
    section.page().title = "Autre"

    assert section.page().title == "Annuaire"


def test_an_unpublished_section_is_gone_at_once(client: Client, tree):
    client.get("/fr/annuaire/")
    DirectoryPage.objects.get(locale__language_code="fr").unpublish()

    assert client.get("/fr/annuaire/").status_code == 404
    assert "/fr/annuaire/" not in client.get("/fr/").text


def test_what_is_missing_in_the_admin_is_not_looked_for_below_a_language(admin_client, tree):
    assert admin_client.get("/admin/users/edit/999999/").status_code == 404
