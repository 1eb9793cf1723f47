"""What programs get of the sector's figures, field by field."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from directory.figures.schemas import FiguresOut
from directory.models import ContactMessage, TeamMember
from tests.contract import holds, holds_as_written, parameters
from tests.factories.directory import branch, profile, skill
from tests.factories.opportunities import DAY, opportunity, today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sector")]
ROOT = "/api/v1/figures/"


@pytest.fixture
def sector(tree, time_machine):
    """Two years of profiles, one skill that rises, opportunities that ended in each way."""
    time_machine.move_to(dt.datetime(2025, 5, 4, 8, tzinfo=dt.UTC), tick=False)
    illustration = skill("Illustration", en="Illustration", fr="Illustration")
    first = profile("Anna", branches=[branch()], skills=[illustration], languages=["fr", "lb"])
    time_machine.move_to(dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC), tick=False)
    motion = skill("Motion design", en="Motion design", de="Animation")
    for number in range(5):
        team = [TeamMember(name=name) for name in "AB"]
        place = {"locality": "Esch-sur-Alzette", "kind": "studio", "languages": ["de"]}
        profile(f"Studio {number}", skills=[motion], team=team, **place)
    opportunity("Open")
    opportunity("Over", deadline=today() - DAY)
    opportunity("Found", filled_at=timezone.now())
    sent = {"confirmed_at": timezone.now(), "sent_at": timezone.now()}
    for _number in range(6):
        ContactMessage.objects.create(profile=first, sender_name="Ben", text="Bonjour", **sent)


def test_an_answer_is_what_was_promised(client: Client):
    response = client.get(f"{ROOT}?lang=en")

    assert response.status_code == 200
    holds("figures/figures", response.json(), FiguresOut)


def test_the_names_follow_the_language(client: Client):
    kinds = {one["slug"]: one["name"] for one in client.get(f"{ROOT}?lang=en").json()["kind"]}

    assert kinds["freelancer"] == "Freelancer"
    rising = client.get(f"{ROOT}?lang=de").json()["rising"]
    assert [one["name"] for one in rising] == ["Animation"]


def test_it_can_be_read_from_any_site_and_kept(client: Client):
    first = client.get(ROOT, headers={"origin": "https://elsewhere.example"})
    again = client.get(ROOT, headers={"if-none-match": first["ETag"]})

    assert first["Access-Control-Allow-Origin"] == "*"
    assert first["Cache-Control"] == "max-age=60, public"
    assert again.status_code == 304


@pytest.mark.parametrize("asked", ["lang=x", "table=branch"])
def test_what_is_not_understood_is_refused(client: Client, asked):
    response = client.get(f"{ROOT}?{asked}")

    assert (response.status_code, response["Content-Type"]) == (422, "application/problem+json")


def test_every_parameter_is_described(client: Client):
    holds_as_written("figures/parameters", parameters(client, ROOT))
