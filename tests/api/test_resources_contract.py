"""What programs get of guides, checklists, prices and organisations, field by field."""

import datetime as dt

import pytest
from django.test import Client

from resources import schemas
from tests.contract import holds, holds_as_written, parameters
from tests.factories.directory import branch
from tests.factories.resources import (
    ChecklistPageFactory,
    FigureFactory,
    GapFactory,
    GapReportFactory,
    GuidePageFactory,
    NeedFactory,
    OrganisationFactory,
    PriceListPageFactory,
    PriceRowFactory,
    TrainingPageFactory,
    item,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("resources")]
ROOT = "/api/v1/resources/"


@pytest.fixture
def resources(tree, time_machine):
    """One of each, with everything it can have, and a second page of which little is known."""
    time_machine.move_to("2026-05-04 10:00:00+02:00", tick=False)
    figure = FigureFactory(slug="franchise")
    GuidePageFactory(
        slug="exporter",
        reviewed_on=dt.date(2026, 1, 15),
        reviewed_by="Ada Lux",
        body=[
            ("section", {"heading": "Avant", "text": "<p>Demandez <b>d’abord</b>.</p>"}),
            ("figures", {"heading": "Seuils", "figures": [figure]}),
        ],
    ).save_revision().publish()
    GuidePageFactory(slug="se-lancer", title="Se lancer")
    ChecklistPageFactory(
        slug="marches",
        items=[
            item(
                "Publier",
                explanation="<p>Tôt.</p>",
                days_before=42,
                figures=[figure],
                source_name="Loi",
                source_url="https://example.org/loi",
            ),
            item("Remercier", phase="after", doors=["launch"]),
        ],
    )
    prices = PriceListPageFactory(slug="prix")
    PriceRowFactory(page=prices, branch=branch())
    PriceRowFactory(page=prices, unit="project", observations=None, to_confirm=True)
    helpers_and_gaps()


def helpers_and_gaps():
    odl = OrganisationFactory(
        slug="odl",
        audiences={"fr": "Exportateurs", "en": "Exporters"},
        grants={"fr": "La moitié", "en": "Half"},
        deadlines={"fr": "Toujours", "en": "Any time"},
        locality="Luxembourg",
        audience_kinds=["company"],
        languages=["fr"],
        email="info@example.org",
        phone="+352 1",
        reviewed_on=dt.date(2026, 1, 15),
    )
    odl.needs.add(NeedFactory(slug="client"))
    NeedFactory(slug="prix", purpose="price")
    GapReportFactory(gap=GapFactory(answers={"fr": "En cours", "en": "Under way"}))
    TrainingPageFactory(slug="bts", fee="<p>Gratuit</p>", languages=["fr"], locality="Luxembourg")


@pytest.mark.parametrize(
    ("name", "address", "schema"),
    [
        ("guides", "guides/", schemas.PagesOut),
        ("guide", "guides/exporter/", schemas.GuideOut),
        ("guide-in-markdown", "guides/exporter/?format=markdown", schemas.GuideOut),
        ("checklists", "checklists/", schemas.PagesOut),
        ("checklist", "checklists/marches/", schemas.ChecklistOut),
        (
            "checklist-with-dates",
            "checklists/marches/?door=answer&kind=tender&deadline=2026-12-31&format=markdown",
            schemas.ChecklistOut,
        ),
        ("prices", "price-list/?lang=en", schemas.PricesOut),
        ("price-list", "price-list/prix/", schemas.PriceListOut),
        ("organisations", "organisations/?lang=en", schemas.OrganisationsOut),
        ("organisation", "organisations/odl/", schemas.OrganisationOut),
        ("needs", "needs/", schemas.NeedsOut),
        ("gaps", "gaps/", schemas.GapsOut),
        ("trainings", "trainings/", schemas.PagesOut),
        ("training", "trainings/bts/", schemas.TrainingOut),
    ],
)
def test_an_answer_is_what_was_promised(client: Client, name, address, schema):
    response = client.get(ROOT + address)

    assert response.status_code == 200
    holds(f"resources/{name}", response.json(), schema)


def test_a_refusal_names_the_parameter(client: Client):
    response = client.get(f"{ROOT}guides/exporter/?format=pdf&lang=en")

    assert (response.status_code, response["Content-Type"]) == (422, "application/problem+json")
    holds_as_written("resources/refused", response.json())


def test_every_parameter_is_described(client: Client):
    holds_as_written("resources/parameters", parameters(client, ROOT))
