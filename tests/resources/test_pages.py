import datetime as dt
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from directory.branches import plant_branches
from directory.models import Branch
from tests.factories.resources import (
    ChecklistPageFactory,
    FigureFactory,
    FigureValueFactory,
    GuidePageFactory,
    OrganisationFactory,
    PriceListPageFactory,
    PriceRowFactory,
    item,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


def soup(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def texts(page: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(found.get_text().split()) for found in page.select(selector)]


def test_the_resources_list_each_once_in_the_readers_language_and_say_where_it_is_another(client):
    guide = GuidePageFactory(title="Exporter")
    GuidePageFactory(title="Export", language="en", translation_key=guide.translation_key)
    GuidePageFactory(title="Se lancer", slug="se-lancer")

    page = soup(client, "/en/resources/")

    assert texts(page, ".resource-card h3") == ["Export", "Se lancer"]
    other = page.select_one(".resource-card [lang=fr]")
    assert other.select_one("a")["href"] == "/fr/ressources/se-lancer/"
    assert other.select_one("a")["hreflang"] == "fr"
    assert texts(page, ".resource-card:has([lang=fr]) > .card__meta:last-child") == [
        "Only in French"
    ]


def test_a_draft_is_nowhere(client):
    GuidePageFactory(title="Geheim", slug="secret", draft=True)
    ChecklistPageFactory(title="Geheim", slug="secret-list", draft=True)

    assert "Geheim" not in client.get("/fr/ressources/").text
    assert client.get("/fr/ressources/secret/").status_code == 404
    assert client.get("/fr/ressources/secret-list/").status_code == 404


def test_changes_that_wait_for_publication_are_not_shown(client):
    guide = GuidePageFactory(slug="exporter")
    guide.body = [("section", {"heading": "Geheim", "text": ""})]
    guide.save_revision()

    assert "Geheim" not in client.get("/fr/ressources/exporter/").text


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_one_query_whatever_its_length(client, number, django_assert_num_queries):
    GuidePageFactory.create_batch(number)
    ChecklistPageFactory.create_batch(number)
    client.get("/fr/ressources/")

    with django_assert_num_queries(1):
        client.get("/fr/ressources/")


def test_a_guide_shows_contents_figures_with_their_source_and_who_helps(client):
    figure = FigureFactory(names={"fr": "Plafond de franchise"})
    organisation = OrganisationFactory(names={"fr": "Kultur | lx"})
    GuidePageFactory(
        slug="exporter",
        body=[
            ("section", {"heading": "Avant de partir", "text": "<p>Demandez.</p>"}),
            ("figures", {"heading": "", "figures": [figure]}),
            (
                "helpers",
                {
                    "heading": "",
                    "shown_as": "table",
                    "items": [{"organisation": organisation, "figures": [], "catch": "Deux mois"}],
                },
            ),
        ],
    )

    page = soup(client, "/fr/ressources/exporter/")

    assert texts(page, ".contents a[href='#avant-de-partir']") == ["Avant de partir"]
    assert texts(page, "h2#avant-de-partir") == ["Avant de partir"]
    assert texts(page, ".fact__value") == ["50 000 €"]
    assert page.select_one(".fact__source a")["href"] == "https://pfi.public.lu/"
    assert texts(page, ".aids tbody th a") == ["Kultur | lx"]
    assert texts(page, ".aids tbody td:last-child") == ["Deux mois"]


def test_a_doubtful_figure_is_marked_and_a_sure_one_is_not(client):
    sure = FigureFactory()
    doubtful = FigureFactory(value__doubtful=True)
    GuidePageFactory(
        slug="chiffres", body=[("figures", {"heading": "", "figures": [sure, doubtful]})]
    )

    page = soup(client, "/fr/ressources/chiffres/")

    assert len(page.select(".fact")) == 2
    assert len(page.select(".fact--doubtful .mark--doubtful")) == 1


def test_a_figure_changes_on_the_guide_at_its_date(client):
    figure = FigureFactory(value=None)
    today = timezone.localdate()
    FigureValueFactory(
        figure=figure, amount=Decimal("60000"), valid_from=dt.date(2020, 1, 1), valid_to=None
    )
    FigureValueFactory(figure=figure, amount=Decimal("79000"), valid_from=today)
    FigureValueFactory(
        figure=figure, amount=Decimal("99000"), valid_from=today + dt.timedelta(days=1)
    )
    GuidePageFactory(slug="seuils", body=[("figures", {"heading": "", "figures": [figure]})])

    assert texts(soup(client, "/fr/ressources/seuils/"), ".fact__value") == ["79 000 €"]


@pytest.mark.parametrize("number", [1, 3])
def test_a_guide_costs_five_queries_whatever_it_refers_to(
    client, number, django_assert_num_queries
):
    figures = FigureFactory.create_batch(number)
    organisations = OrganisationFactory.create_batch(number)
    items = [{"organisation": one, "figures": figures, "catch": ""} for one in organisations]
    GuidePageFactory(
        slug="exporter",
        body=[
            *[("figures", {"heading": "", "figures": figures}) for _ in range(number)],
            ("helpers", {"heading": "", "shown_as": "cards", "items": items}),
            ("helpers", {"heading": "", "shown_as": "table", "items": items}),
        ],
    )
    client.get("/fr/ressources/exporter/")

    with django_assert_num_queries(5):
        client.get("/fr/ressources/exporter/")


@pytest.mark.parametrize("number", [1, 3])
def test_a_price_list_costs_four_queries_whatever_its_length(
    client, number, django_assert_num_queries
):
    PriceRowFactory.create_batch(number, page=PriceListPageFactory(slug="prix"))
    client.get("/fr/ressources/prix/")

    with django_assert_num_queries(4):
        client.get("/fr/ressources/prix/")


def test_the_checklist_shows_what_applies_and_when_it_is_due(client):
    ChecklistPageFactory(
        slug="marches",
        items=[
            item("Publier", doors=["launch"], kinds=["tender"], days_before=42),
            item("Répondre", doors=["answer"]),
            item("Remercier", doors=["launch"], phase="after"),
            item("Exposer", doors=["launch"], kinds=["contest"]),
        ],
    )

    address = "/fr/ressources/marches/?door=launch&kind=tender&deadline=2026-12-31"
    page = soup(client, address)

    assert texts(page, ".checklist__item label") == ["Publier", "Remercier"]
    assert [found["datetime"] for found in page.select(".checklist__due time")] == ["2026-11-19"]
    assert page.select_one("[name=door] [selected]")["value"] == "launch"
    assert page.select_one("[name=deadline]")["value"] == "2026-12-31"


@pytest.mark.parametrize(
    "query", ["door=<b>", "kind=%00", "deadline=2026-02-31", "deadline=0001-01-01", "deadline=x"]
)
def test_what_a_checklist_does_not_know_is_said_and_everything_shown(client, query):
    ChecklistPageFactory(slug="marches")

    page = soup(client, f"/fr/ressources/marches/?{query}")

    assert texts(page, ".checklist__item label") == ["Publier les critères"]
    assert len(page.select(".field--invalid .errorlist li")) == 1
    assert page.select(".errorlist b") == []


def test_prices_are_drawn_on_one_scale_per_unit_and_filtered(client):
    plant_branches()
    prices = PriceListPageFactory(slug="prix")
    music, design = Branch.objects.order_by("position")[:2]
    PriceRowFactory(page=prices, branch=music, low=50, typical=100, high=200)
    PriceRowFactory(page=prices, branch=design, services={"fr": "Affiche"}, unit="project")

    whole = soup(client, "/fr/ressources/prix/")
    part = soup(client, f"/fr/ressources/prix/?branch={music.slug}&unit=hour")

    assert len(whole.select("table")) == 2
    drawn = whole.select_one(".range__span")
    assert (drawn["x"], drawn["width"]) == ("25.00", "75.00")
    assert whole.select_one(".range__typical")["x1"] == "50.00"
    assert texts(part, "tbody th .tag") == [music.name_in("fr")]
    assert part.select_one(".prices__source a")["href"] == "https://example.org/survey"


def test_a_range_of_few_observations_is_not_published_and_one_without_a_number_is(client):
    prices = PriceListPageFactory(slug="prix")
    PriceRowFactory(page=prices, services={"fr": "Quatre"}, observations=4)
    PriceRowFactory(page=prices, services={"fr": "Cinq"}, observations=5)
    PriceRowFactory(page=prices, services={"fr": "Publié"}, observations=None)

    page = soup(client, "/fr/ressources/prix/")

    assert texts(page, "tbody th") == ["Cinq", "Publié"]


def test_a_translated_price_list_shows_the_rows_of_the_original(client):
    prices = PriceListPageFactory()
    PriceRowFactory(page=prices)
    PriceListPageFactory(language="en", slug="prices", translation_key=prices.translation_key)

    assert texts(soup(client, "/en/resources/prices/"), "tbody th") == ["Portrait photograph"]


def test_the_price_list_downloads_as_filtered_and_no_cell_is_a_formula(client):
    prices = PriceListPageFactory(slug="prix")
    PriceRowFactory(page=prices, services={"fr": "=1+1"})
    PriceRowFactory(page=prices, services={"fr": "Affiche"}, unit="project")

    response = client.get("/fr/ressources/prix/?format=csv&unit=hour")

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.decode("utf-8-sig").splitlines()[1:] == [
        "'=1+1,,par heure,60.00,80.00,120.00,12,2024,Enquête,https://example.org/survey"
    ]


@pytest.mark.parametrize("query", ["branch=nope", "unit=nope", "branch=%00", "unit=" + "x" * 9000])
def test_what_a_price_list_does_not_know_is_said_and_everything_shown(client, query):
    PriceRowFactory(page=PriceListPageFactory(slug="prix"))

    page = soup(client, f"/fr/ressources/prix/?{query}")

    assert texts(page, "tbody th") == ["Portrait"]
    assert len(page.select(".message--warning li")) == 1
