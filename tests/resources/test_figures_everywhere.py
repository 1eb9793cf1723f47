"""One figure of the register, read by guide, checklist, simulator and API at its date."""

import datetime as dt
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup

from resources.models import Figure, FigureValue
from tests.factories.resources import (
    AdvanceSimulatorPageFactory,
    ChecklistPageFactory,
    GuidePageFactory,
    item,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]
YEAR_BEFORE = "year=2026&activity=main&vat=franchise&rate=standard&income=1000"
TENDER = "buyer=public&amount=79000&launch={}"


def soup(client, address):
    return BeautifulSoup(client.get(f"/en/resources/{address}").text, "html.parser")


def shown(client):
    """The figures as each of them says them today."""
    return {
        "guide": soup(client, "starting/").select_one(".fact__value")["value"],
        "checklist": soup(client, "tenders/").select_one(".fact__value")["value"],
        "API": client.get("/api/v1/resources/guides/starting/?lang=en").json()["figures"][0][
            "amount"
        ],
    }


def base(client, query):
    page = soup(client, f"simulator/?{query}")
    return page.select_one("[data-line=base] td").get_text(strip=True)


def test_one_figure_changes_everywhere_at_its_date_and_the_past_stays(client, time_machine):
    minimum = Figure.objects.get(slug="contribution-base-minimum")
    GuidePageFactory(
        slug="starting", language="en", body=[("figures", {"heading": "", "figures": [minimum]})]
    )
    ChecklistPageFactory(slug="tenders", language="en", items=[item("Pay", figures=[minimum])])
    AdvanceSimulatorPageFactory(slug="simulator", language="en")
    FigureValue.objects.create(
        figure=minimum, amount=Decimal(3000), valid_from=dt.date(2027, 1, 1), source_name="Mémorial"
    )

    def on(day):
        time_machine.move_to(f"{day} 10:00:00+01:00", tick=False)
        return {**shown(client), "simulator": base(client, YEAR_BEFORE.replace("2026", day[:4]))}

    old = {"guide": "2703.7400", "checklist": "2703.7400", "API": 2703.74}
    new = {"guide": "3000.0000", "checklist": "3000.0000", "API": 3000.0}
    assert on("2026-12-31") == {**old, "simulator": "2,703.74\xa0€"}
    assert on("2027-01-01") == {**new, "simulator": "3,000.00\xa0€"}
    assert base(client, YEAR_BEFORE) == "2,703.74\xa0€"


def test_a_threshold_changes_the_procedure_at_its_date_and_the_past_stays(client):
    ChecklistPageFactory(slug="tenders", language="en", items=[item("Publish")])
    free = Figure.objects.get(slug="tender-free-procedure-ceiling")
    FigureValue.objects.create(
        figure=free, amount=Decimal(90000), valid_from=dt.date(2027, 1, 1), source_name="Mémorial"
    )

    def procedure(day):
        found = soup(client, f"tenders/?{TENDER.format(day)}").select_one("#procedure")
        api = client.get(f"/api/v1/resources/checklists/tenders/?{TENDER.format(day)}&lang=en")
        assert api.json()["procedure"]["name"] == found.get_text()
        return found.get_text()

    assert procedure("2026-12-31") == "Negotiated procedure with at least three candidates"
    assert procedure("2027-01-01") == "Free negotiated procedure"
