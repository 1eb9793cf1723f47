"""The editors' lists of figures, organisations and prices, and the panel of figures to review."""

import csv
import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories.resources import (
    FigureFactory,
    FigureValueFactory,
    OrganisationFactory,
    PriceListPageFactory,
    PriceRowFactory,
)

pytestmark = pytest.mark.django_db
FIGURES = "/admin/snippets/resources/figure/"
ORGANISATIONS = "/admin/snippets/resources/organisation/"
PRICES = "/admin/prices/"
DAY = dt.timedelta(days=1)


def named(name, **value):
    return FigureFactory(
        slug=name.lower(), names={"en": name}, **{f"value__{k}": v for k, v in value.items()}
    )


def rows(client, address):
    page = BeautifulSoup(client.get(address).content, "html.parser")
    return {
        row.select_one(".title-wrapper").text.strip(): [
            " ".join(cell.text.split()) for cell in row.select("td")
        ]
        for row in page.select("table.listing tbody tr")
    }


def downloaded(client, address):
    table = client.get(address)
    return list(csv.DictReader(b"".join(table.streaming_content).decode().splitlines()))


@pytest.fixture
def four_figures(editor):
    today = timezone.localdate()
    named("Due", next_review=today - DAY)
    named("Today", next_review=today, certainty="weak")
    named("Ended", next_review=today - DAY, valid_to=today - DAY)
    followed = named("Followed", next_review=today - 9 * DAY, valid_to=today - 5 * DAY)
    FigureValueFactory(figure=followed, amount=7, valid_from=today - 4 * DAY)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("review=due", {"Due"}),
        ("review=later", {"Today", "Followed"}),
        ("review=none", {"Ended"}),
        ("certainty=weak", {"Today"}),
        ("q=follow", {"Followed"}),
        ("review=x&certainty=y&ordering=z", {"Due", "Today", "Ended", "Followed"}),
    ],
)
def test_figures_are_narrowed_by_their_value_of_today(client, four_figures, query, found):
    assert set(rows(client, f"{FIGURES}?{query}")) == found


def test_figures_say_what_they_are_worth_today(client, four_figures):
    shown = rows(client, FIGURES)

    assert (shown["Followed"][3], shown["Ended"][3]) == ("7", "")
    [row] = downloaded(client, f"{FIGURES}?review=due&export=csv")
    assert (row["Name"], row["Value today"], row["Unit"]) == ("Due", "50,000", "€")
    assert (row["Review due"], row["Valid from"]) == ("yes", "2025-01-01")


def test_names_are_found_with_their_accents(client, editor):
    FigureFactory(slug="a", names={"fr": "Rémunération"})
    OrganisationFactory(slug="b", names={"fr": "Théâtre"})

    assert set(rows(client, f"{FIGURES}?q=rémun")) == {"Rémunération"}
    assert set(rows(client, f"{ORGANISATIONS}?q=éâtre")) == {"Théâtre"}


@pytest.mark.parametrize("many", [1, 3])
@pytest.mark.parametrize(("address", "cost"), [(FIGURES, 12), (ORGANISATIONS, 11), (PRICES, 13)])
def test_each_list_costs_the_same_for_one_row_and_for_three(client, editor, address, cost, many):
    page = PriceListPageFactory()
    for number in range(many):
        FigureFactory()
        OrganisationFactory()
        PriceRowFactory(page=page, sort_order=number)
    client.get(address)

    with CaptureQueriesContext(connection) as queries:
        client.get(address)

    assert len(queries) == cost


def test_organisations_are_narrowed_and_downloaded(client, editor):
    OrganisationFactory(slug="a", names={"en": "=A"}, to_confirm=True)
    OrganisationFactory(slug="b", names={"en": "B"})

    [row] = downloaded(client, f"{ORGANISATIONS}?to_confirm=true&export=csv")

    assert (row["Name"], row["To be confirmed"], row["Web address"]) == (
        "'=A",
        "yes",
        "https://odl.lu/",
    )


def test_prices_are_narrowed_and_downloaded(client, editor):
    page = PriceListPageFactory(title="Prices seen")
    PriceRowFactory(page=page, observations=3, year=2023)
    PriceRowFactory(page=page, services={"en": "=Façade"}, unit="day")

    assert set(rows(client, f"{PRICES}?enough=no")) == {"Portrait photograph"}
    assert set(rows(client, f"{PRICES}?year=2024")) == {"=Façade"}
    assert set(rows(client, f"{PRICES}?q=façade&page={page.pk}")) == {"=Façade"}
    assert set(rows(client, f"{PRICES}?page=0&year=x&unit=y")) == {"Portrait photograph", "=Façade"}
    [row] = downloaded(client, f"{PRICES}?unit=day&export=csv")
    assert (row["Service"], row["Price list"], row["Low (€)"]) == (
        "'=Façade",
        "Prices seen",
        "60.00",
    )


def test_a_day_to_come_is_written_as_a_day(client, editor):
    named("Later", next_review=dt.date(2127, 1, 31))

    assert rows(client, FIGURES)["Later"][5:] == ["01/01/2025", "31/01/2127", "no", "0"]


def panel(client):
    page = BeautifulSoup(client.get("/admin/").content, "html.parser")
    section = page.select_one("#stale-figures-section")
    return section and [link.text for link in section.select(".desk-line__title")]


def test_figures_past_their_review_are_on_the_first_screen(client, four_figures):
    assert panel(client) == ["Due"]


def test_who_may_not_change_figures_is_not_asked_to_review_them(client, four_figures):
    group = Group.objects.get(name="Editors")
    group.permissions.remove(Permission.objects.get(codename="change_figure"))

    assert panel(client) is None


def test_no_panel_where_every_figure_is_reviewed(client, editor):
    FigureFactory()

    assert panel(client) is None
