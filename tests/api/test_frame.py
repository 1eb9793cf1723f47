import pytest
from django.test import Client
from wagtail.models import APIToken

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
PROMISED = {"directory", "figures", "events", "opportunities", "resources"}


def test_an_address_that_does_not_exist_answers_a_problem(client: Client, tree):
    response = client.get("/api/v1/nothing/here/")

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response.json() == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "",
    }


def test_the_description_and_its_page_are_served_from_here(client: Client):
    description = client.get("/api/v1/openapi.json")
    page = client.get("/api/v1/docs/")

    assert description.json()["openapi"].startswith("3.1")
    assert {path.split("/")[3] for path in description.json()["paths"]} == PROMISED
    assert description.json()["info"]["description"] == (
        "Directory, events, opportunities, resources and figures, for reading."
    )
    assert 'src="/static/ninja/swagger-ui-bundle.js"' in page.text
    assert "https://" not in page.text


def test_an_unchanged_answer_is_not_sent_again_and_varies_on_nothing(client: Client):
    first = client.get("/api/v1/openapi.json")
    again = client.get("/api/v1/openapi.json", headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == "max-age=60, public"
    assert "Accept-Language" not in first.get("Vary", "")
    assert "Cookie" not in first.get("Vary", "")
    assert again.status_code == 304
    assert again.content == b""


@pytest.mark.parametrize("address", ["/api/v3/pages/", "/api/v3/openapi.json"])
def test_wagtails_answers_are_not_sent_again_either(client: Client, tree, address):
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == "max-age=60, public"
    assert "Authorization" in first["Vary"]
    assert (again.status_code, again.content) == (304, b"")


def test_what_a_token_reads_is_nothing_to_keep(client: Client, tree):
    """With it drafts are read, which no cache may show to the next who asks."""
    _token, key = APIToken.create_token(user=UserFactory(administrator=True), name="Site")

    answer = client.get("/api/v3/pages/", headers={"authorization": f"Bearer {key}"})

    assert answer.status_code == 200
    assert "ETag" not in answer
    assert "public" not in answer.get("Cache-Control", "")
