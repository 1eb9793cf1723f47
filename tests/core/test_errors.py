import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from tests.markup import faults

pytestmark = pytest.mark.django_db


def test_a_missing_page_offers_a_search_in_the_language_of_its_address(client: Client, tree):
    response = client.get("/de/gibt-es-nicht/")

    page = BeautifulSoup(response.text, "html.parser")
    assert response.status_code == 404
    assert page.html["lang"] == "de"
    assert page.select_one("form[role=search]")["action"] == "/de/verzeichnis/"
    assert faults(response.text) == []


def test_a_form_without_its_token_is_asked_for_again(tree):
    strict = Client(enforce_csrf_checks=True)

    response = strict.post("/account/login/?lang=en", {"login": "a@example.org"})

    page = BeautifulSoup(response.text, "html.parser")
    assert response.status_code == 403
    assert page.h1.text == "Please send it once more."


@pytest.mark.parametrize("template", ["400.html", "500.html"])
def test_a_broken_page_is_drawn_without_a_database(template, django_assert_num_queries):
    with django_assert_num_queries(0), override("en"):
        page = render_to_string(template)

    assert faults(page) == []
    assert len(BeautifulSoup(page, "html.parser").find_all("h1")) == 1
