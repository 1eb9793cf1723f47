"""A nought that somebody types is an answer, in the address that is passed on too."""

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict

from resources.procedures.forms import CaseForm
from tests.factories.resources import AdvanceSimulatorPageFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/en/resources/simulator/"
YEAR = "year=2026&activity=main&vat=charged&rate=standard&income=1000&m3=0&declared=0"


def test_a_month_without_income_is_one_in_the_calendar_too(client, register):
    AdvanceSimulatorPageFactory(slug="simulator", language="en")

    page = BeautifulSoup(client.get(f"{ADDRESS}?{YEAR}").text, "html.parser")

    passed_on = [one["href"] for one in page.select("a[href^='deadlines.ics']")]
    assert passed_on
    for address in passed_on:
        assert "m3=0" in address
        assert "declared=0" in address


def test_an_amount_of_nothing_is_an_amount(client):
    form = CaseForm(QueryDict("buyer=public&amount=0&urgent="))

    assert form.is_valid()
    assert (form.case.amount, form.case.urgent) == (0, False)
    assert form.encoded == "buyer=public&amount=0"
