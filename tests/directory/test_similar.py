"""Whom a profile's page shows besides, in which order and why."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.factories.directory import branch, profile, skill

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
ANNA = "/en/directory/anna/"


def similar(client: Client) -> dict[str, str]:
    page = BeautifulSoup(client.get(ANNA).text, "html.parser")
    return {
        card.select_one(".card__title").text: card.select_one(".card__because").text
        for card in page.select(".profile-similar .card")
    }


def test_a_rare_skill_weighs_more_than_a_common_one(client: Client):
    rare, common = skill("Letterpress"), skill("Layout")
    profile("Anna", skills=[rare, common])
    for number in range(5):
        profile(f"Common {number}", skills=[common])
    profile("Rare", skills=[rare])

    found = similar(client)

    assert next(iter(found.items())) == ("Rare", "Also does Letterpress")
    assert len(found) == 4


def test_among_equals_branch_place_and_language_decide(client: Client):
    layout, design = skill("Layout"), branch()
    profile("Anna", skills=[layout], branches=[design], languages=["de"], locality="Esch")
    profile("Elsewhere", skills=[layout], locality="Clervaux")
    profile("Speaks", skills=[layout], languages=["de"], locality="Clervaux")
    profile("Neighbour", skills=[layout], locality="Schifflange")
    profile("Same branch", skills=[layout], branches=[design], locality="Esch-sur-Alzette")

    assert similar(client) == {
        "Same branch": "Also does Layout, also in Esch-sur-Alzette",
        "Neighbour": "Also does Layout, about 3 km away",
        "Speaks": "Also does Layout, also speaks German",
        "Elsewhere": "Also does Layout",
    }


def test_where_nobody_shares_a_skill_the_branch_is_the_reason(client: Client):
    profile("Anna", skills=[skill("Letterpress")], branches=[branch()])
    profile("Ben", branches=[branch()])
    profile("Cleo")

    assert similar(client) == {"Ben": "Also in Design"}


def test_a_profile_of_a_name_alone_has_none(client: Client):
    profile("Anna")
    profile("Ben")

    assert similar(client) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_they_cost_the_same_for_one_and_for_three(
    client: Client, django_assert_num_queries, number
):
    layout = skill("Layout")
    profile("Anna", skills=[layout])
    for index in range(3 + number):
        profile(f"Studio {index}", skills=[layout])
    similar(client)

    with django_assert_num_queries(4):
        client.get(ANNA)
