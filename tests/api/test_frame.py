import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


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
