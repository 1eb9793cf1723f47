"""What an hour has to cost, worked out backwards from what is left of a known month.

A month of 3,000 owes 748.04 (see test_simulator_cases.py): 2,251.96 are left of it.
"""

import pytest
from bs4 import BeautifulSoup

from tests.factories.resources import HourlyRatePageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("calculator")]
ADDRESS = "/en/resources/rate/"
YEAR = "&costs=6000&days=150&hours=6"


@pytest.fixture
def calculator(register, time_machine):
    time_machine.move_to("2026-05-04 10:00:00+02:00", tick=False)
    return HourlyRatePageFactory(slug="rate", language="en")


def soup(client, query):
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def said(page, name):
    return page.select_one(f"[data-{name}]").get_text(strip=True).replace("\xa0€", "")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # 36,000 - 12 × 748.04 = 27,023.52 = 12 × 2,251.96; 42,000 / 150 / 6 = 46.6667, up to 46.67
        ("activity=main&wanted=2251.96", ("46.67", "36,000.00", "8,976.48")),
        # with 20 % of income tax: 36,000 - 8,976.48 - 7,200 = 19,823.52 = 12 × 1,651.96
        ("activity=main&wanted=1651.96&tax_percent=20", ("46.67", "36,000.00", "8,976.48")),
        # 12 × 901.24 = 10,814.88 is within the exemption of 10,814.96: 16,814.88 / 900 = 18.6832
        ("activity=side&wanted=901.24", ("18.69", "10,814.88", "0.00")),
        # 12 × 1,130.71 = 13,568.52; a side month of 1,500 owes 369.29 and leaves 1,130.71
        ("activity=side&wanted=1130.71", ("26.67", "18,000.00", "4,431.48")),
    ],
)
def test_an_hour_costs_what_was_worked_out_by_hand(client, query, expected):
    page = soup(client, query + YEAR)

    assert (said(page, "hour"), said(page, "profit"), said(page, "contributions")) == expected


def test_above_the_franchise_vat_comes_on_top(client):
    low = soup(client, "activity=main&wanted=2251.96" + YEAR)
    high = soup(client, "activity=main&wanted=4000" + YEAR)

    assert "#figure-vat-franchise-ceiling" not in str(low.select("#result .message"))
    assert "#figure-vat-franchise-ceiling" in str(high.select("#result .message"))


@pytest.mark.parametrize(
    "query",
    [
        "wanted=x&days=150&hours=6",
        "wanted=2000&days=0&hours=6",
        "wanted=2000&days=367&hours=6",
        "wanted=2000&days=1.5&hours=6",
        "wanted=2000&days=150&hours=0",
        "wanted=2000&days=150&hours=25",
        "wanted=2000&days=150",
        "wanted=%00&days=150&hours=6",
        "wanted=2000&days=150&hours=6&tax_percent=60.5",
    ],
)
def test_nonsense_is_refused_beside_its_field(client, query):
    page = soup(client, f"activity=main&{query}")

    assert len(page.select(".field--invalid .errorlist li")) == 1
    assert page.select("#result") == []


def test_the_largest_numbers_are_answered(client):
    page = soup(client, "activity=main&wanted=100000000&costs=100000000&days=1&hours=0.25")

    assert said(page, "hour")
