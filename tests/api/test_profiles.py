import pytest
from django.test import Client

from tests.factories.directory import branch, profile, skill

pytestmark = pytest.mark.django_db
LIST = "/api/v1/directory/profiles/"


@pytest.fixture(autouse=True)
def _tree(tree):
    pass


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_costs_the_same_whatever_its_length(
    client: Client, django_assert_num_queries, number
):
    for index in range(number):
        profile(f"Studio {index}", branches=[branch()], skills=[skill("Dessin")])
    # Names and the editors' words are read once a minute.
    client.get(LIST + "?branch=design")
    client.get(LIST + "?q=zz")

    with django_assert_num_queries(3):
        response = client.get(LIST + "?branch=design&q=studio")

    assert response.json()["count"] == number


@pytest.mark.parametrize(
    "parameters", ["colour=red", "limit=101", "limit=x", "kind=robot", "near=Atlantis-la-Perdue"]
)
def test_what_cannot_be_used_is_refused_and_named(client: Client, parameters):
    response = client.get(f"{LIST}?{parameters}")

    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"
    assert [error["loc"][-1] for error in response.json()["errors"]] == [parameters.split("=")[0]]


def test_a_profile_that_is_not_public_is_not_found(client: Client):
    profile(draft=True)

    response = client.get(f"{LIST}anna-weber/")

    assert (response.status_code, response.json()["title"]) == (404, "Not Found")


def test_only_reading_is_allowed(client: Client):
    response = client.post(LIST)

    assert (response.status_code, response["Allow"]) == (405, "GET")
    assert response["Content-Type"] == "application/problem+json"
