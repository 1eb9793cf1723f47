"""Contributions, taxes and VAT of 2026 worked out by hand, each limit from both sides.

Sources: minimum 2,703.74 and maximum 13,518.68 € a month (Chronicle.lu 2026); pension 17 % (Efitax,
announced); health 6.10 %, dependency 1.40 % after a quarter of the minimum, 675.935 (Cleiss 2024);
accident 0.75 % × 0.9 to 1.5 (FEDIL 2020); side activity on a third of the minimum (CCSS); no
affiliation up to 10,814.96 € a year (2,703.74 × 12 / 3); franchise 50,000 €, tolerated to 55,000 €
(AED); VAT 17 % (Ease Advisory 2025), yearly below 112,000 €, quarterly to 620,000 € (Guichet.lu).

Each contribution is rounded to the cent, half a cent up. A month owes:
  minimum    2,703.74: 459.6358 + 164.92814 + (2,703.74 - 675.935) × 1.4 % = 28.38927 + 20.27805
             = 459.64 + 164.93 + 28.39 + 20.28 = 673.24
  third        901.25 (901.24667): 153.2125 + 54.97625 + 225.315 × 1.4 % = 3.15441 + 6.759375
             = 153.21 + 54.98 + 3.15 + 6.76 = 218.10
  3,000: 510 + 183 + 2,324.065 × 1.4 % = 32.53691 + 22.50 = 510 + 183 + 32.54 + 22.50 = 748.04
  5,000: 850 + 305 + 4,324.065 × 1.4 % = 60.53691 + 37.50 = 850 + 305 + 60.54 + 37.50 = 1,253.04
"""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup

from resources.models import Figure, FigureValue
from tests.factories.resources import AdvanceSimulatorPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("simulator")]
ADDRESS = "/en/resources/simulator/"
MAIN = "year=2026&activity=main&vat=franchise&rate=standard"
SIDE = MAIN.replace("main", "side")
CHARGED = MAIN.replace("franchise", "charged")
TAXED = f"{MAIN}&tax_percent=20&tax_advance=1500"

CORRECTIONS = {
    # 12 × 748.04 - 12 × 673.24 = 8,976.48 - 8,078.88
    "main, 3,000 a month": (f"{MAIN}&income=3000", "897.60"),
    # below the minimum the base is the minimum: nothing to correct
    "main, below the minimum": (f"{MAIN}&income=1500", "0.00"),
    "main, at the minimum": (f"{MAIN}&income=2703.74", "0.00"),
    # 2,704.34: 459.7378 164.96474 (2,028.405 × 1.4 % = 28.39767) 20.28255
    # = 459.74 + 164.96 + 28.40 + 20.28 = 673.38; 12 × (673.38 - 673.24)
    "main, 60 cents above it": (f"{MAIN}&income=2704.34", "1.68"),
    # 13,518.68: 2,298.1756 824.63948 (12,842.745 × 1.4 % = 179.79843) 101.3901
    # = 2,298.18 + 824.64 + 179.80 + 101.39 = 3,404.01; 12 × (3,404.01 - 673.24)
    "main, at the maximum": (f"{MAIN}&income=13518.68", "32,769.24"),
    # above it only dependency grows: 19,324.065 × 1.4 % = 270.54; 3,494.75; 12 × 2,821.51
    "main, above the maximum": (f"{MAIN}&income=20000", "33,858.12"),
    # 1,500: 255 + 91.50 + (824.065 × 1.4 % = 11.53691) 11.54 + 11.25 = 369.29; 12 × (… - 218.10)
    "side, 1,500 a month": (f"{SIDE}&income=1500", "1,814.28"),
    # 10,814.97 / 12 = 901.2475, 901.25 a month: what was asked for all along
    "side, a cent above the exemption": (f"{SIDE}&income=901.25&m12=901.22", "0.00"),
    # 10,814.96: no affiliation, nothing paid, nothing owed
    "side, at the exemption": (f"{SIDE}&income=901.25&m12=901.21", "0.00"),
    # from July: 6 × (748.04 - 673.24)
    "main, begun in July": (f"{MAIN}&income=3000&start=7", "448.80"),
    # costs come off: 4,000 - 1,000 = 3,000
    "main, with costs": (f"{MAIN}&income=4000&costs=1000", "897.60"),
    "main, the CCSS was told 3,000": (f"{MAIN}&income=3000&declared=3000", "0.00"),
    # 12 × (748.04 - 1,253.04)
    "main, the CCSS was told too much": (f"{MAIN}&income=3000&declared=5000", "6,060.00"),
    # 3,000 × 0.75 % × 1.5 = 33.75, minimum 30.417075: 759.29 - 683.38 = 75.91; × 12
    "main, malus 1.5": (f"{MAIN}&income=3000&factor=1.5", "910.92"),
    # 3,000 × 0.75 % × 0.9 = 20.25, minimum 18.250245: 745.79 - 671.21 = 74.58; × 12
    "main, bonus 0.9": (f"{MAIN}&income=3000&factor=0.9", "894.96"),
    # 36,000 × 20 % = 7,200, four advances of 1,500: 1,200; and 897.60
    "main, with income tax": (f"{TAXED}&income=3000", "2,097.60"),
    # 18,000 × 20 % = 3,600, advances of September and December: 600; and 448.80
    "income tax, begun in July": (f"{TAXED}&income=3000&start=7", "1,048.80"),
}
FRANCHISE = {
    # 11 × 4,000 + 6,000
    "at the ceiling": ("m12=6000", None, None),
    "a cent above it": ("m12=6000.01", "The franchise ends with the year", None),
    # 11 × 4,000 + 11,000
    "at the tolerance": ("m12=11000", "The franchise ends with the year", None),
    # 11,000.01 × 17 % = 1,870.0017
    "a cent above it too": ("m12=11000.01", "The franchise is left during the year", "1,870.00"),
    # by September 8 × 4,000 + 30,000 = 62,000: 30,000 + 3 × 4,000, × 17 %
    "in September": ("m9=30000", "The franchise is left during the year", "7,140.00"),
}
RHYTHMS = {
    # 11 × 9,000 + 12,999.99 = 111,999.99
    "yearly to the last cent": ("income=9000&m12=12999.99", "once a year"),
    "quarterly from 112,000 on": ("income=9000&m12=13000", "each quarter"),
    # 11 × 50,000 + 70,000 = 620,000
    "quarterly at 620,000": ("income=50000&m12=70000", "each quarter"),
    "monthly a cent above": ("income=50000&m12=70000.01", "each month"),
}


@pytest.fixture
def simulator(register):
    return AdvanceSimulatorPageFactory(slug="simulator", language="en")


def soup(client, query):
    response = client.get(f"{ADDRESS}?{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def said(found):
    return " ".join(found.get_text().replace("\xa0€", "").split())


def row(page, month):
    return [said(cell) for cell in page.select(f"[data-month='{month}'] td.number")]


def payments(page):
    return [
        tuple(said(part) for part in one.find_all(True)) for one in page.select(".deadlines li")
    ]


@pytest.mark.parametrize(("query", "expected"), CORRECTIONS.values(), ids=CORRECTIONS)
def test_the_bill_after_the_assessment_is_the_one_worked_out_by_hand(client, query, expected):
    page = soup(client, query)

    assert said(page.select_one("[data-correction]")) == expected
    total = row(page, "total")[1:]
    assert total[:4] == total[4:], "both ways come to the same"


@pytest.mark.parametrize(("query", "warned", "owed"), FRANCHISE.values(), ids=FRANCHISE)
def test_the_franchise_ends_where_the_sources_say(client, query, warned, owed):
    page = soup(client, f"{MAIN}&income=4000&{query}")

    kind = page.select_one(".callout__kind")
    assert (kind and said(kind)) == warned
    assert row(page, "total")[3] == (owed or "0.00")


@pytest.mark.parametrize(("query", "expected"), RHYTHMS.values(), ids=RHYTHMS)
def test_vat_is_declared_as_often_as_the_turnover_asks(client, query, expected):
    page = soup(client, f"{CHARGED}&{query}")

    assert f"VAT is declared {expected}" in said(page.select_one("#result"))


def test_a_month_is_worked_out_line_by_line(client):
    page = soup(client, f"{MAIN}&income=20000")

    lines = {
        one["data-line"]: [said(cell) for cell in one.select("td")]
        for one in page.select("[data-line]")
    }
    assert lines == {
        "base": ["2,703.74", "13,518.68"],
        "pension": ["459.64", "2,298.18"],
        "health": ["164.93", "824.64"],
        "dependency": ["28.39", "270.54"],
        "accident": ["20.28", "101.39"],
        "total": ["673.24", "3,494.75"],
    }
    links = {link["href"].removeprefix("#") for link in page.select("[data-line] a")}
    facts = {fact["id"] for fact in page.select(".fact[id]") if fact.select(".fact__source a")}
    assert links <= facts


def test_a_side_activity_of_little_income_pays_nothing(client):
    page = soup(client, f"{SIDE}&income=901.25&m12=901.21")

    assert row(page, "total")[1:] == ["0.00"] * 8
    assert row(soup(client, f"{SIDE}&income=901.25&m12=901.22"), "total")[1] == "2,617.20"


def test_real_time_follows_an_uneven_year_and_gives_back(client):
    """January 10,000: 1,700 + 610 + (9,324.065 × 1.4 %) 130.54 + 75 = 2,515.54. Then nothing:
    two months of 5,000 owe 2 × 1,253.04 = 2,506.08, 9.46 less."""
    page = soup(client, f"{MAIN}&income=0&m1=10000&m2=0&m3=9000")

    assert row(page, "1")[6] == "2,515.54"
    assert row(page, "2")[6] == "\u22129.46"


def test_the_year_is_a_calendar_of_its_own(client):
    """Begun in July: VAT within 15 days, statements 10 days after each month, advances on the 10th
    of February, March and every three months from there, 30,000 × 17 % of VAT a quarter."""
    query = f"{CHARGED}&income=10000&m12=70000&start=7&assessed=2027-09-01"
    query += "&tax_percent=10&tax_advance=500&municipal_advance=100"
    page = soup(client, query)

    # 5 × 10,000 + 70,000 = 120,000: quarterly; 90,000 × 17 % = 15,300.
    assert payments(page) == [
        ("16 July 2026", "Register for VAT"),
        ("10 August 2026", "Social contributions", "673.24"),
        ("10 August 2026", "Municipal business tax", "100.00"),
        ("10 September 2026", "Social contributions", "673.24"),
        ("10 September 2026", "Income tax", "500.00"),
        ("10 October 2026", "Social contributions", "673.24"),
        ("15 October 2026", "VAT", "5,100.00"),
        ("10 November 2026", "Social contributions", "673.24"),
        ("10 November 2026", "Municipal business tax", "100.00"),
        ("10 December 2026", "Social contributions", "673.24"),
        ("10 December 2026", "Income tax", "500.00"),
        ("10 January 2027", "Social contributions", "673.24"),
        ("15 January 2027", "VAT", "15,300.00"),
        ("30 April 2027", "Yearly VAT return"),
        # 20,000 a month owe 3,494.75: 6 × 2,821.51; 120,000 × 10 % - 2 × 500
        ("1 September 2027", "Correction after the assessment", "27,929.06"),
    ]
    calendar = client.get(f"{ADDRESS}deadlines.ics?{query}")
    assert calendar["Content-Type"] == "text/calendar; charset=utf-8"
    entries = calendar.text.replace("\r\n ", "")
    assert entries.count("BEGIN:VEVENT") == 15
    assert "SUMMARY:VAT: 15\\,300.00 €\r\n" in entries


def test_the_franchise_is_reported_before_march(client):
    page = soup(client, f"{MAIN}&income=1000")

    assert payments(page)[-1] == (
        "28 February 2027",
        "Report the turnover of the year (VAT franchise)",
    )


def test_what_comes_in_later_years_leaves_this_one_as_it_was(client):
    """A minimum of 3,000 from 2027 on: 748.04 a month instead of 673.24."""
    before = row(soup(client, f"{MAIN}&income=3000"), "total")
    minimum = Figure.objects.get(slug="contribution-base-minimum")
    FigureValue.objects.create(
        figure=minimum, amount=Decimal(3000), valid_from="2027-01-01", source_name="Mémorial"
    )

    after = soup(client, f"{MAIN}&income=3000".replace("2026", "2027"))
    assert row(soup(client, f"{MAIN}&income=3000"), "total") == before
    # a quarter of 3,000 is not counted: 2,250 × 1.4 % = 31.50; 747.00
    assert [said(one) for one in after.select("[data-line=total] td")] == ["747.00", "747.00"]


def test_a_minimum_that_rises_within_the_year_counts_from_its_month(client):
    """From July on 3,000 instead of 2,703.74: 6 × 673.24 + 6 × 747.00."""
    minimum = Figure.objects.get(slug="contribution-base-minimum")
    minimum.values.update(valid_to="2026-06-30")
    FigureValue.objects.create(
        figure=minimum, amount=Decimal(3000), valid_from="2026-07-01", source_name="Mémorial"
    )

    page = soup(client, f"{MAIN}&income=1000")

    assert row(page, "total")[1] == "8,521.44"
    assert len(page.select("#figure-contribution-base-minimum")) == 1


def test_a_year_of_which_figures_are_missing_says_which_one(client):
    page = soup(client, f"{MAIN}&income=3000".replace("2026", "2019"))

    [error] = page.select(".field--invalid .errorlist li")
    assert said(error) == (
        "The register of figures has no “No affiliation up to an income of” for 2019:"
        " choose another year."
    )
    assert page.select("#result") == []


@pytest.mark.parametrize(
    "query",
    [
        "income=-5",
        "income=%00",
        "income=1e400",
        "income=" + "9" * 10_000,
        "income=3000&year=0",
        "income=3000&year=20x6",
        "income=3000&start=13",
        "income=3000&factor=2",
        "income=3000&factor=0.89",
        "income=3000&tax_percent=61",
        "income=3000&activity=%3Cscript%3E",
        "income=3000&m3=5&start=7",
        "income=3000&assessed=2026-06-01",
        "income=3000&vat=maybe&vat=",
    ],
)
def test_nonsense_is_refused_beside_its_field_and_kept(client, query):
    page = soup(client, f"{MAIN}&{query}")

    assert len(page.select(".field--invalid .errorlist li")) == 1
    assert page.select("#result") == []
    assert client.get(f"{ADDRESS}deadlines.ics?{MAIN}&{query}").status_code == 200


def test_the_page_waits_with_its_questions(client):
    page = soup(client, "utm_source=mail")

    assert page.select(".errorlist, #result") == []
    assert page.select_one("[name=year]")["value"] == "2026"


def test_a_simulation_costs_three_queries(client, django_assert_num_queries):
    client.get(f"{ADDRESS}?{MAIN}&income=3000")

    with django_assert_num_queries(3):
        client.get(f"{ADDRESS}?{MAIN}&income=3000")
