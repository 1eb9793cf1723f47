"""Estimates, downloads, and prices that people tell without a name."""

import io
import re
from uuid import uuid4

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.core import mail
from wagtail.models import PageViewRestriction

from resources.models import PriceObservation
from tests.challenge import proof
from tests.factories.resources import PriceListPageFactory, PriceRowFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
ADDRESS = "/en/resources/prices/"
TELL = f"{ADDRESS}contribute/"


@pytest.fixture
def prices():
    return PriceListPageFactory(slug="prices", language="en")


@pytest.fixture
def portrait(prices):
    """60 – 80 – 120 € an hour."""
    return PriceRowFactory(page=prices)


def soup(response):
    return BeautifulSoup(response.text, "html.parser")


def said(page, selector):
    found = page.select(selector)
    return [" ".join(one.get_text().replace("\xa0€", "").split()) for one in found]


def told(portrait, **changes):
    return {
        "key": str(uuid4()),
        "row": str(portrait.pk),
        "amount": "90",
        "year": "2026",
        **changes,
    }


def accepted(prices, amounts, **changes):
    for amount in amounts:
        PriceObservation.objects.create(
            page=prices,
            **{"unit": "hour", "amount": amount, "year": 2026, "state": "accepted", **changes},
        )


def test_an_estimate_adds_up_low_typical_and_high(client, prices, portrait):
    """2.5 × (60, 80, 120) + 1 × (1,000, 1,500, 2,000)."""
    film = PriceRowFactory(page=prices, unit="project", low=1000, typical=1500, high=2000)
    PriceRowFactory(page=prices)

    query = f"?{portrait.key}=2,5&{film.key}=1"
    page = soup(client.get(f"{ADDRESS}estimate/{query}"))

    assert said(page, "[data-total] dd") == ["1,150.00", "1,700.00", "2,300.00"]
    assert said(page, ".estimate__none strong") == ["Portrait photograph"]
    assert page.select_one(f"[name={portrait.key}]")["value"] == "2,5"


@pytest.mark.parametrize("quantity", ["x", "-1", "10001", "%00", "1e5", "9" * 9000])
def test_a_quantity_that_is_none_is_refused_beside_its_field(client, portrait, quantity):
    page = soup(client.get(f"{ADDRESS}estimate/?{portrait.key}={quantity}"))

    assert len(page.select(".field--invalid .errorlist li")) == 1
    assert page.select("[data-total]") == []


def test_the_list_downloads_as_a_workbook_too(client, portrait):
    response = client.get(f"{ADDRESS}?format=xlsx&unit=hour")

    [heads, row] = openpyxl.load_workbook(io.BytesIO(response.content)).active.values
    assert heads[:4] == ("service", "branch", "unit", "low")
    assert row[0] == "Portrait photograph"
    assert response["Content-Disposition"] == 'attachment; filename="prices.xlsx"'


def test_a_told_price_waits_for_an_editor_and_keeps_nobody(client, portrait):
    form = told(portrait, altcha=proof(client))

    response = client.post(TELL, form)
    client.post(TELL, {**form, "altcha": proof(client)})

    assert response["Location"] == "?done=kept"
    assert client.get(TELL + "?done=kept").status_code == 200
    [kept] = PriceObservation.objects.values()
    assert kept.pop("told_on")
    assert kept.pop("key")
    assert kept == {
        "id": kept["id"],
        "page_id": portrait.page_id,
        "row_id": portrait.pk,
        "service": "",
        "unit": "hour",
        "amount": 90,
        "year": 2026,
        "is_outlier": False,
        "state": "waiting",
    }


def test_without_scripts_a_mailed_link_confirms_and_the_address_is_not_kept(client, portrait):
    refused = client.post(TELL, told(portrait))
    client.post(TELL, told(portrait, email="ben@example.org"))
    nothing_yet = PriceObservation.objects.count()
    link = re.search(r"(/prices/confirm/\S+)", mail.outbox[0].body).group()
    asked = client.get(link)
    for _again in range(2):
        client.post(link)

    assert refused.status_code == 422
    assert said(soup(refused), ".field--invalid label")[0].startswith("Your e-mail address")
    assert nothing_yet == 0
    assert "90 €" in asked.text
    assert PriceObservation.objects.count() == 1
    assert client.get("/prices/confirm/made-up/").status_code == 404


@pytest.mark.parametrize(("amount", "asks"), [("20", 0), ("19.99", 1), ("360", 0), ("360.01", 1)])
def test_a_price_far_from_the_others_is_asked_about_and_marked(client, portrait, amount, asks):
    """A third of 60 is 20, three times 120 is 360."""
    form = told(portrait, amount=amount, altcha=proof(client))

    page = soup(client.post(TELL, form))
    assert len(page.select("[name=sure]")) == asks
    if asks:
        client.post(TELL, {**form, "sure": "on"})

    assert PriceObservation.objects.get().is_outlier == bool(asks)


@pytest.mark.parametrize(
    "wrong",
    [
        {"row": "other"},
        {"row": "other", "service": "Portrait\nBen", "unit": "hour"},
        {"row": "999999"},
        {"amount": "0"},
        {"amount": "NaN"},
        {"amount": "\x00"},
        {"year": "1999"},
        {"year": "2099"},
        {"email": "nobody"},
    ],
)
def test_what_cannot_be_a_price_is_refused_beside_its_field(client, portrait, wrong):
    response = client.post(TELL, told(portrait, altcha=proof(client), **wrong))

    assert response.status_code == 422
    assert soup(response).select(".field--invalid .errorlist li")
    assert not PriceObservation.objects.exists()


def test_a_machine_is_thanked_and_nothing_kept(client, portrait):
    response = client.post(TELL, told(portrait, website="https://spam.example"))

    assert response["Location"] == "?done=kept"
    assert not PriceObservation.objects.exists()


def test_a_draft_list_takes_no_prices(client):
    PriceListPageFactory(slug="prices", language="en", draft=True)

    assert client.get(TELL).status_code == 404
    assert client.get("/en/news/any/contribute/").status_code == 404


def test_a_mailed_link_opens_nothing_of_a_list_that_was_closed(client, prices, portrait):
    client.post(TELL, told(portrait, email="ben@example.org"))
    link = re.search(r"(/prices/confirm/\S+)", mail.outbox[0].body).group()
    PageViewRestriction.objects.create(page=prices, restriction_type="login")

    assert client.get(link).status_code == 404
    assert client.post(link).status_code == 404
    assert not PriceObservation.objects.exists()


def test_told_prices_are_shown_from_five_accepted_ones_on_by_their_middle_half(
    client, prices, portrait
):
    """Of 50, 60, 70, 80, 90 the quartiles are 60, 70 and 80; what waits or is old counts not."""
    accepted(prices, [50, 60, 70, 80], row=portrait)
    accepted(prices, [999], row=portrait, state="waiting")
    accepted(prices, [999], row=portrait, year=2023)
    before = said(soup(client.get(ADDRESS)), "tbody th")
    accepted(prices, [90], row=portrait)

    page = soup(client.get(ADDRESS))

    assert before == ["Portrait photograph"]
    assert said(page, "tbody th") == ["Portrait photograph", "Portrait photograph"]
    assert said(page, "tbody tr:last-child .number") == ["60 €", "70 €", "80 €"]
    assert "5 observations" in said(page, "tbody tr:last-child .prices__source")[0]
    shown = client.get("/api/v1/resources/price-list/?lang=en&limit=1&offset=1").json()
    assert (shown["count"], [one["typical"] for one in shown["items"]]) == (2, [70.0])


def test_told_services_that_the_list_does_not_have_count_by_their_name(client, prices, portrait):
    accepted(prices, [10, 10, 10], service="Book cover")
    accepted(prices, [10, 10], service="book cover ")

    assert said(soup(client.get(ADDRESS)), "tbody th")[1:] == ["Book cover"]


def test_who_writes_what_the_list_lacks_need_not_choose_in_it_too(client, prices, portrait):
    other = told(portrait, row="", service="Sound design", unit="day", altcha=proof(client))
    client.post(TELL, other)
    both = client.post(TELL, told(portrait, service="Sound design", altcha=proof(client)))

    assert PriceObservation.objects.values_list("service", "unit").get() == ("Sound design", "day")
    assert said(soup(both), ".errorlist") == ["Either this or a line of the list above: not both."]


def test_an_editor_accepts_a_told_price(client, editor, prices, portrait):
    accepted(prices, [90], row=portrait, state="waiting", is_outlier=True)
    one = PriceObservation.objects.get()

    desk = soup(client.get("/admin/"))
    edit = f"/admin/told_prices/edit/{one.pk}/"
    form = {"state": "accepted", "row": portrait.pk, "service": "", "unit": "hour"}
    response = client.post(edit, {**form, "amount": "90", "year": "2026"})

    assert edit in [link["href"] for link in desk.select(".desk-line a")]
    assert response.status_code == 302
    one.refresh_from_db()
    assert one.state == "accepted"
    assert client.get("/admin/told_prices/?state=accepted").status_code == 200


def test_the_list_of_told_prices_says_yes_or_no(client, editor, prices):
    accepted(prices, [10], service="Logo")
    accepted(prices, [900], service="Logo", is_outlier=True)

    cells = said(soup(client.get("/admin/told_prices/")), "tbody td:nth-child(4)")
    assert sorted(cells) == ["no", "yes"]


def test_an_editor_is_told_that_a_price_is_of_something(client, editor, prices, portrait):
    accepted(prices, [90], row=portrait)
    one = PriceObservation.objects.get()

    form = {"state": "accepted", "row": "", "service": "", "unit": "hour", "amount": "90"}
    response = client.post(f"/admin/told_prices/edit/{one.pk}/", {**form, "year": "2026"})

    assert "Choose a price of the list, or name the service." in response.text
