"""The contract of `/api/v1/resources/`. A failure here means that clients break: change an
expectation only where the contract grows."""

import datetime as dt

import pytest
from django.test import Client

from cluster.home.models import HomePage
from directory.branches import plant_branches
from directory.models import Branch
from resources.paper import writing
from tests.factories.resources import (
    ChecklistPageFactory,
    FigureFactory,
    GuidePageFactory,
    NeedFactory,
    OrganisationFactory,
    PriceListPageFactory,
    PriceRowFactory,
    item,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]

ROOT = "/api/v1/resources"
FIGURE = {
    "slug": "franchise",
    "name": "Plafond",
    "unit": "€",
    "value": "50\xa0000",
    "amount": 50000.0,
    "note": "",
    "valid_from": "2025-01-01",
    "valid_to": None,
    "source": {"name": "AED", "url": "https://pfi.public.lu/"},
    "certainty": "official",
    "to_confirm": False,
    "reviewed_on": "2026-01-15",
}

ORGANISATION = {
    "slug": "odl",
    "name": "Office du Ducroire",
    "offer": "Help to export",
    "audience": "",
    "grant": "",
    "deadline": "",
    "locality": "Esch-sur-Alzette",
    "url": "https://odl.lu/",
    "needs": [{"slug": "client", "name": "Find a client", "purpose": "export"}],
    "audiences": ["company"],
    "languages": ["fr", "lb"],
    "email": "",
    "phone": "",
    "place": {
        "locality": "Esch-sur-Alzette",
        "address": "",
        "point": [5.98056, 49.49583],
        "precision": "locality",
    },
    "certainty": "official",
    "to_confirm": False,
    "reviewed_on": "2026-01-15",
    "api_url": f"http://127.0.0.1:8000{ROOT}/organisations/odl/",
}


def get(client: Client, address: str, status: int = 200):
    response = client.get(f"{ROOT}{address}")
    assert response.status_code == status, response.text
    return response.json()


def summary(page, room: str) -> dict:
    base = "http://127.0.0.1:8000"
    return {
        "id": page.pk,
        "slug": page.slug,
        "title": page.title,
        "introduction": "Pour qui commence.",
        "language": "fr",
        "reviewed_on": None,
        "reviewed_by": "",
        "html_url": f"{base}/fr/ressources/{page.slug}/",
        "api_url": f"{base}{ROOT}/{room}/{page.slug}/",
        "updated_at": None,
    }


def pdf_of(guide):
    address = f"http://127.0.0.1:8000/fr/ressources/{guide.slug}/guide.pdf"
    return address if writing.is_possible() else None


def test_guides_are_listed_once_each_and_drafts_never(client):
    guide = GuidePageFactory(slug="exporter")
    GuidePageFactory(slug="export", language="en", translation_key=guide.translation_key)
    GuidePageFactory(draft=True)

    assert get(client, "/guides/") == {"count": 1, "items": [summary(guide, "guides")]}
    assert [one["slug"] for one in get(client, "/guides/?lang=en")["items"]] == ["export"]


def test_a_guide_of_a_language_taken_off_is_in_no_answer(client):
    guide = GuidePageFactory(slug="exporter")
    GuidePageFactory(slug="ausfuhr", language="de", translation_key=guide.translation_key)
    HomePage.objects.get(locale__language_code="de").unpublish()

    assert get(client, "/guides/?lang=de")["items"] == [summary(guide, "guides")]
    assert get(client, "/guides/ausfuhr/?lang=de")["slug"] == "exporter"


def test_a_guide_comes_whole_as_html_and_as_markdown(client):
    figure = FigureFactory(slug="franchise")
    guide = GuidePageFactory(
        slug="exporter",
        body=[
            ("section", {"heading": "Avant", "text": "<p>Demandez <b>d'abord</b>.</p>"}),
            ("figures", {"heading": "", "figures": [figure, figure]}),
        ],
    )

    answer = get(client, "/guides/exporter/")
    content = answer.pop("content")

    assert answer == {
        **summary(guide, "guides"),
        "format": "html",
        "minutes": 1,
        "pdf_url": pdf_of(guide),
        "contents": [{"anchor": "avant", "heading": "Avant"}],
        "figures": [FIGURE],
    }
    assert '<h2 id="avant">Avant</h2>' in content
    markdown = get(client, "/guides/exporter/?format=markdown")["content"]
    assert markdown.startswith("## Avant\n\nDemandez **d'abord**.")


def test_a_guide_is_found_by_the_slug_of_any_language_in_the_one_asked_for(client):
    guide = GuidePageFactory(slug="exporter")
    GuidePageFactory(
        slug="exporting", title="Export", language="en", translation_key=guide.translation_key
    )

    assert get(client, "/guides/exporter/?lang=en")["slug"] == "exporting"
    assert get(client, "/guides/exporting/?lang=de")["slug"] == "exporter"


def test_a_checklist_gives_what_applies_with_due_dates(client):
    page = ChecklistPageFactory(
        slug="marches",
        items=[
            item("Publier", doors=["launch"], days_before=42, explanation="<p>Tôt.</p>"),
            item("Répondre", doors=["answer"]),
        ],
    )
    address = "/checklists/marches/?door=launch&kind=tender&deadline=2026-12-31&format=markdown"

    answer = get(client, address)

    assert answer == {
        **summary(page, "checklists"),
        "format": "markdown",
        "procedure": None,
        "items": [
            {
                "id": page.items[0].id,
                "title": "Publier",
                "explanation": "Tôt.",
                "doors": ["launch"],
                "kinds": ["tender", "contest"],
                "phase": "before",
                "days_before": 42,
                "due": "2026-11-19",
                "source": None,
                "figures": [],
            }
        ],
    }


def test_prices_are_filtered_and_those_of_few_observations_are_left_out(client):
    plant_branches()
    music = Branch.objects.get(slug="music")
    prices = PriceListPageFactory(slug="prix")
    PriceRowFactory(page=prices, branch=music)
    PriceRowFactory(page=prices, branch=music, observations=4)
    PriceRowFactory(page=prices, unit="project")
    price = {
        "service": "Portrait photograph",
        "branch": {"slug": "music", "name": "Music"},
        "unit": "hour",
        "low": 60.0,
        "typical": 80.0,
        "high": 120.0,
        "observations": 12,
        "year": 2024,
        "source": {"name": "Survey", "url": "https://example.org/survey"},
        "certainty": "official",
        "to_confirm": False,
    }

    answer = get(client, "/price-list/?branch=music&unit=hour&lang=en")

    assert answer == {"count": 1, "items": [price]}
    assert get(client, "/price-list/?limit=1")["count"] == 2
    assert [one["unit"] for one in get(client, "/price-list/prix/")["prices"]] == [
        "hour",
        "project",
    ]


def test_a_draft_price_list_keeps_its_prices_to_itself(client):
    PriceRowFactory(page=PriceListPageFactory(slug="prix", draft=True))

    assert get(client, "/price-list/") == {"count": 0, "items": []}
    get(client, "/price-list/prix/", status=404)


def test_an_organisation_says_what_it_offers(client):
    one = OrganisationFactory(
        slug="odl",
        reviewed_on=dt.date(2026, 1, 15),
        locality="Esch-sur-Alzette",
        audience_kinds=["company"],
        languages=["fr", "lb"],
    )
    one.needs.add(NeedFactory(slug="client"))
    OrganisationFactory(slug="other", audience_kinds=["artist"])
    NeedFactory(slug="unmet", purpose="learn")

    for query in ("purpose=export", "need=client", "audience=company", "language=lb", "q=esch"):
        answer = get(client, f"/organisations/?lang=en&{query}")
        assert answer == {"count": 1, "items": [ORGANISATION]}, query
    assert [(one["slug"], one["organisations"]) for one in get(client, "/needs/")["items"]] == [
        ("client", 1),
        ("unmet", 0),
    ]
    assert get(client, "/organisations/odl/?lang=en") == ORGANISATION


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/guides/nope/", 404),
        ("/guides/ex%00/", 404),
        ("/organisations/nope/", 404),
        ("/guides/?limit=101", 422),
        ("/guides/?colour=red", 422),
        ("/guides/exporter/?format=pdf", 422),
        ("/checklists/marches/?door=<b>", 422),
        ("/checklists/marches/?deadline=0001-01-01", 422),
        ("/price-list/?branch=%00", 422),
        ("/price-list/?branch=nope", 422),
        ("/price-list/?unit=parsec", 422),
        ("/organisations/?need=nope", 422),
        ("/organisations/?audience=cats", 422),
        ("/trainings/nope/", 404),
    ],
)
def test_what_is_not_understood_answers_a_problem(client, address, status):
    response = client.get(f"{ROOT}{address}")

    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [("/guides/", 1), ("/price-list/", 3), ("/organisations/", 3), ("/guides/g0/", 2)],
)
def test_an_answer_costs_the_same_whatever_its_length(
    client, address, queries, number, django_assert_num_queries
):
    figures = FigureFactory.create_batch(number)
    for place in range(number):
        GuidePageFactory(slug=f"g{place}", body=[("figures", {"heading": "", "figures": figures})])
    OrganisationFactory.create_batch(number)
    PriceRowFactory.create_batch(number, page=PriceListPageFactory())
    get(client, address)

    with django_assert_num_queries(queries):
        get(client, address)
