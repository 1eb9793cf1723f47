"""What programs get of opportunities, field by field."""

import pytest
from django.test import Client

from directory.opportunities import schemas
from tests.contract import holds, holds_as_written, parameters
from tests.factories.directory import branch, skill
from tests.factories.opportunities import DAY, opportunity, today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opportunities")]
ROOT = "/api/v1/opportunities/"


@pytest.fixture
def opportunities(tree, time_machine):
    """One with everything it can have, one of which hardly anything is known, one that is over."""
    time_machine.move_to("2026-05-04 10:00:00+02:00", tick=False)
    opportunity(
        "Affiche",
        kind="contest",
        workplace="hybrid",
        languages=["fr", "lb"],
        branches=[branch()],
        skills=[skill("Illustration", en="Illustration", fr="Illustration")],
        pay_min=300,
        pay_max=1500,
        pay_unit="whole",
        rules="Un jury.",
        fee="300 € par projet.",
        answer_url="https://example.org/affiche",
    )
    opportunity("Entraide", kind="collaboration", workplace="remote", locality="", pay="unpaid")
    opportunity("Passée", deadline=today() - DAY)


@pytest.mark.parametrize(
    ("name", "address", "schema"),
    [
        ("opportunities", "?lang=en", schemas.OpportunityListOut),
        ("opportunity", "affiche/?lang=en", schemas.OpportunityDetailOut),
        ("opportunity-of-few-words", "entraide/", schemas.OpportunityDetailOut),
    ],
)
def test_an_answer_is_what_was_promised(client: Client, name, address, schema):
    response = client.get(ROOT + address)

    assert response.status_code == 200
    holds(f"opportunities/{name}", response.json(), schema)


@pytest.mark.parametrize(
    ("asked", "slugs"),
    [
        ("type=contest", ["affiche"]),
        ("branch=design", ["entraide", "affiche"]),
        ("skill=illustration", ["affiche"]),
        ("q=entr", ["entraide"]),
        ("limit=1&offset=1", ["affiche"]),
    ],
)
def test_it_is_filtered_as_the_page_is(client: Client, asked, slugs):
    assert [one["slug"] for one in client.get(f"{ROOT}?{asked}").json()["items"]] == slugs


@pytest.mark.parametrize("asked", ["type=x", "branch=x", "near=x", "bad=1", "limit=101"])
def test_what_is_not_understood_is_refused(client: Client, asked):
    response = client.get(f"{ROOT}?{asked}")

    assert (response.status_code, response["Content-Type"]) == (422, "application/problem+json")


def test_it_can_be_read_from_any_site_and_kept(client: Client):
    first = client.get(ROOT, headers={"origin": "https://elsewhere.example"})
    again = client.get(ROOT, headers={"if-none-match": first["ETag"]})

    assert first["Access-Control-Allow-Origin"] == "*"
    assert again.status_code == 304


def test_every_parameter_is_described(client: Client):
    holds_as_written("opportunities/parameters", parameters(client, ROOT))
