"""Which procedure applies, computed by hand from the sources, each threshold from both sides.

Thresholds: https://marches.public.lu/fr/procedures/seuils/faible-envergure.html: 79,000 € since
June 2024 (60,000 € before: https://www.cf-avocats.lu/2024/06/11/, on the small public contracts);
144,986.80 € in 2026 = 14,000 € × index 1,035.62 / 100; 140,810.60 € in 2025
(https://guide.qbs.lu/50-51); 140,000 € for central authorities.
Days: https://marches.public.lu/fr/procedures/dossier-soumission/avis-de-marche.html: Livre I 42, or
27 if urgent or small, 5 less if electronic; Livre II 35, 30 if electronic, 15 if urgent.
"""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup

from resources.models import Figure
from tests.factories.resources import ChecklistPageFactory, item

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]
CASES = {
    "a cent below the free procedure's end": (
        "buyer=public&amount=78999.99&launch=2026-03-02",
        ("Free negotiated procedure", None, None, None),
    ),
    "at it, three candidates": (
        "buyer=public&amount=79000&launch=2026-03-02",
        ("Negotiated procedure with at least three candidates", 3, None, None),
    ),
    "before June 2024 it ended at 60,000: a cent below": (
        "buyer=public&amount=59999.99&launch=2024-05-31",
        ("Free negotiated procedure", None, None, None),
    ),
    "since June 2024 the same 60,000 are free": (
        "buyer=public&amount=60000&launch=2024-06-01",
        ("Free negotiated procedure", None, None, None),
    ),
    "at the end of the three candidates in 2026": (
        "buyer=public&amount=144986.80&launch=2026-03-02",
        ("Negotiated procedure with at least three candidates", 3, None, None),
    ),
    # 2 March + 42 days: 29 left in March, 13 in April.
    "a cent above it a notice, 42 days": (
        "buyer=public&amount=144986.81&launch=2026-03-02",
        ("Published procedure, Livre I", None, 42, "2026-04-13"),
    ),
    "in 2025 it ended at 140,810.60": (
        "buyer=public&amount=140810.60&launch=2025-12-31",
        ("Negotiated procedure with at least three candidates", 3, None, None),
    ),
    # 31 December 2025 + 42 days: 31 in January, 11 in February.
    "a cent above it on the last day of 2025": (
        "buyer=public&amount=140810.61&launch=2025-12-31",
        ("Published procedure, Livre I", None, 42, "2026-02-11"),
    ),
    "the same amount a day later": (
        "buyer=public&amount=140810.61&launch=2026-01-01",
        ("Negotiated procedure with at least three candidates", 3, None, None),
    ),
    "a central authority at 140,000": (
        "buyer=central&amount=140000&launch=2026-03-02",
        ("Negotiated procedure with at least three candidates", 3, None, None),
    ),
    # 2 March + 35 days: 29 left in March, 6 in April.
    "a central authority a cent above": (
        "buyer=central&amount=140000.01&launch=2026-03-02",
        ("European procedure, Livre II", None, 35, "2026-04-06"),
    ),
    # 35 - 5 = 30 days: 1 April.
    "the same, electronic": (
        "buyer=central&amount=140000.01&launch=2026-03-02&electronic=on",
        ("European procedure, Livre II", None, 30, "2026-04-01"),
    ),
    # 15 days, not shortened further: 17 March.
    "the same, urgent and electronic": (
        "buyer=central&amount=140000.01&launch=2026-03-02&urgent=on&electronic=on",
        ("European procedure, Livre II", None, 15, "2026-03-17"),
    ),
    # 42 - 5 = 37 days: 8 April.
    "Livre I, electronic": (
        "buyer=public&amount=200000&launch=2026-03-02&electronic=on",
        ("Published procedure, Livre I", None, 37, "2026-04-08"),
    ),
    # 27 - 5 = 22 days: 24 March.
    "Livre I, urgent and electronic": (
        "buyer=public&amount=200000&launch=2026-03-02&urgent=on&electronic=on",
        ("Published procedure, Livre I", None, 22, "2026-03-24"),
    ),
    "a private buyer is bound by none": (
        "buyer=private&amount=900000&launch=2026-03-02",
        ("No public procedure: the buyer is private", None, None, None),
    ),
}


@pytest.fixture
def checklist(register):
    return ChecklistPageFactory(slug="tenders", language="en", items=[item("Publish")])


def soup(client, query, address="/en/resources/tenders/"):
    response = client.get(f"{address}?{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def said(page, selector):
    found = page.select_one(selector)
    return found and found.get_text(strip=True)


@pytest.mark.parametrize(("query", "expected"), CASES.values(), ids=CASES)
def test_the_checklist_gives_exactly_what_was_worked_out_by_hand(
    client, checklist, query, expected
):
    page = soup(client, query)
    name, candidates, days, earliest = expected

    assert said(page, "#procedure") == name
    assert said(page, "[data-candidates]") == (candidates and str(candidates))
    assert said(page, "[data-days]") == (days and str(days))
    found = page.select_one("[data-day=earliest]")
    assert (found and found["datetime"]) == earliest


def test_a_day_without_thresholds_says_which_one_is_not_known(client, checklist):
    """Of 2021 the register holds the free procedure's end alone: above it nothing can be said."""
    known = soup(client, "buyer=public&amount=100&launch=2021-03-02")
    unknown = soup(client, "buyer=public&amount=70000&launch=2021-03-02")

    assert said(known, "#procedure") == "Free negotiated procedure"
    assert said(unknown, "#procedure") == "Timetable"
    assert "At least 3 candidates: up to" in said(unknown, ".message--warning")


def test_every_figure_behind_the_procedure_is_shown_with_its_source(client, checklist):
    page = soup(client, "buyer=central&amount=150000&launch=2026-03-02")

    names = [one.get_text(strip=True) for one in page.select(".behind dt")]
    assert names == [
        "EU procedures (Livre II), central authorities: above",
        "Time to answer, Livre II",
    ]
    assert len(page.select(".behind .fact__source a[href^=https]")) == 2


def test_cautions_say_why(client, checklist):
    quiet = soup(client, "kind=contest&invited=3&payment=paid")
    loud = soup(client, "kind=contest&invited=4&payment=unpaid")

    assert quiet.select(".caution") == []
    assert [one["data-caution"] for one in loud.select(".caution")] == ["unpaid", "many"]
    assert [said(loud, f".caution:nth-of-type({place}) p + p")[:3] for place in (1, 2)] == [
        "Who",
        "The",
    ]
    # 80 % of pitch work is never used (adada.lu), 70,000 € lost a year (RTL), at most 3 (MarkCom).
    values = [one["value"] for one in loud.select(".behind data")]
    assert [Decimal(value) for value in values] == [3, 80, 70000]


def test_a_deadline_before_the_first_possible_day_is_cautioned_against(client, checklist):
    """42 days from 2 March end on 13 April."""
    query = "buyer=public&amount=200000&launch=2026-03-02&deadline="

    assert soup(client, query + "2026-04-13").select(".caution") == []
    short = soup(client, query + "2026-04-12").select(".caution")
    assert [one["data-caution"] for one in short] == ["short"]


def test_a_known_deadline_gives_the_last_day_to_publish(client, checklist):
    """42 days before 13 April 2026."""
    page = soup(client, "buyer=public&amount=200000&deadline=2026-04-13")

    assert page.select_one("[data-day=latest-launch]")["datetime"] == "2026-03-02"


def test_items_apply_by_buyer_procedure_and_threshold(client, register):

    bound = Figure.objects.get(slug="tender-commission-threshold")
    ChecklistPageFactory(
        slug="tenders",
        language="en",
        items=[
            item("Everybody"),
            item("Private", buyers=["private"]),
            item("Three", procedures=["three"]),
            item("Opinion", above=bound),
        ],
    )

    def listed(query):
        found = soup(client, query).select(".checklist__item label")
        return [one.get_text(strip=True) for one in found]

    day = "launch=2026-03-02"
    assert listed("") == ["Everybody", "Private", "Three", "Opinion"]
    assert listed(f"buyer=private&amount=9&{day}") == ["Everybody", "Private"]
    assert listed(f"buyer=public&amount=79000&{day}") == ["Everybody", "Three"]
    assert listed(f"buyer=public&amount=502895&{day}") == ["Everybody"]
    assert listed(f"buyer=public&amount=502895.01&{day}") == ["Everybody", "Opinion"]


def test_the_deadlines_are_a_calendar(client, register):
    ChecklistPageFactory(
        slug="tenders", language="en", items=[item("Publish", days_before=42), item("Hope")]
    )

    query = "buyer=public&amount=200000&launch=2026-03-02"
    response = client.get(f"/en/resources/tenders/deadlines.ics?{query}")

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    lines = response.text.replace("\r\n ", "").splitlines()
    kept = [line for line in lines if line.startswith(("SUMMARY", "DTSTART"))]
    assert kept == [
        "SUMMARY:Launch",
        "DTSTART;VALUE=DATE:20260302",
        "SUMMARY:Publish",
        "DTSTART;VALUE=DATE:20260302",
        "SUMMARY:Answers may be due from",
        "DTSTART;VALUE=DATE:20260413",
    ]


def test_the_brief_says_what_is_known_and_no_public_estimate(client, checklist):
    told = "project=Logo&aim=A+new+face&fee=1500&invited=3&kind=contest&launch=2026-03-02"
    address = "/en/resources/tenders/brief/"
    private = soup(client, f"{told}&buyer=private&amount=20000", address)
    public = soup(client, f"{told}&buyer=public&amount=20000", address)

    assert said(private, "h1") == "Logo"
    text = private.select_one("textarea#brief-text").get_text()
    assert "Budget\n20,000.00 € without VAT" in text
    # 4 and 8 weeks from 2 March.
    assert "Decision at the earliest: 30 March 2026\nDecision at the latest: 27 April 2026" in text
    assert "Each candidate who is not chosen receives 1,500.00 €." in text
    assert "20,000" not in public.select_one("textarea#brief-text").get_text()


@pytest.mark.parametrize(
    "query",
    [
        "amount=many",
        "amount=-1",
        "amount=1e9",
        "amount=NaN",
        "amount=" + "9" * 5000,
        "amount=%00",
        "amount=1.2345",
        "buyer=%3Cb%3E",
        "launch=2026-02-30",
        "launch=9999-12-31",
        "invited=2.5",
        "payment=gold",
        "launch=2026-03-02&deadline=2026-03-01",
    ],
)
def test_nonsense_is_refused_beside_its_field(client, checklist, query):
    page = soup(client, query)

    assert len(page.select(".field--invalid .errorlist li")) == 1
    for part in ("deadlines.ics", "brief/"):
        assert client.get(f"/en/resources/tenders/{part}?{query}").status_code == 200


def test_the_last_of_repeated_parameters_counts(client, checklist):
    page = soup(client, "buyer=private&buyer=public&amount=1&amount=1.000,50")

    assert said(page, "#procedure") == "Free negotiated procedure"
