"""What an event is about, for whom it is, what it costs and what there is to download."""

import datetime as dt
import json
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup

from cluster.media.models import CustomDocument
from directory.merging import merge
from directory.models import Skill
from events.models import EventPage, EventPerson
from events.offers import amounts_in
from tests.factories import events as make
from tests.factories.accounts import UserFactory
from tests.factories.directory import profile
from tests.media.files import PDF, upload

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("tree"),
    # Wagtail leaves the temporary files of renditions to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
AGENDA, API = "/fr/agenda/", "/api/v1/events/"


@pytest.fixture
def skills():
    names = {"Gravure": {"en": "Engraving"}, "Reliure": {}, "Dorure": {}}
    return [Skill.objects.create(name=n, slug=n.lower(), names=t) for n, t in names.items()]


@pytest.fixture
def workshop(skills):
    make.event(title="Autre", slug="autre", skills=skills[1:])
    return make.event(title="Atelier", slug="atelier", skills=skills[:2], level="beginner")


def structured(client, slug="atelier"):
    page = BeautifulSoup(client.get(f"{AGENDA}{slug}/").text, "html.parser")
    return json.loads(page.select_one("[type$='ld+json']").text)


def titles(client, query):
    return sorted(one["title"] for one in client.get(f"{API}{query}").json()["items"])


def test_skills_and_level_are_shown_to_people_search_engines_and_programs(client, workshop):
    page = BeautifulSoup(client.get("/fr/agenda/atelier/").text, "html.parser")

    links = [(one.text, one["href"]) for one in page.select(".facts a.chip")]
    assert links == [("Gravure", f"{AGENDA}?skill=gravure"), ("Reliure", f"{AGENDA}?skill=reliure")]
    data = structured(client)
    assert (data["@type"], data["educationalLevel"]) == ("EducationEvent", "beginner")
    assert [one["name"] for one in data["about"]] == data["keywords"] == ["Gravure", "Reliure"]
    whole = client.get(f"{API}atelier/?lang=en").json()
    assert whole["level"] == "beginner"
    assert [one["name"] for one in whole["skills"]] == ["Engraving", "Reliure"]
    assert titles(client, "?q=engraving") == ["Atelier"]


def test_whoever_asks_for_two_skills_finds_what_has_both(client, workshop):
    assert titles(client, "?skill=reliure") == ["Atelier", "Autre"]
    assert titles(client, "?skill=reliure&skill=gravure") == ["Atelier"]
    chips = client.get(f"{AGENDA}?skill=reliure").context["agenda"].chips
    counts = {one["label"]: (one["count"], one["active"]) for one in chips.skill}
    assert counts == {"Reliure": (2, True), "Dorure": (1, False), "Gravure": (1, False)}
    assert [one["label"] for one in chips.active] == ["Reliure"]
    for wrong in ("nowhere", "a%00b", "%ed%a0%80", "x" * 500, "&skill=" * 50):
        answer = client.get(f"{AGENDA}?skill={wrong}")
        assert "Autre" in answer.text
    assert client.get(f"{API}?skill=nowhere").status_code == 422


def test_whoever_asks_for_a_level_finds_what_is_of_it_in_every_twin(client, workshop):
    make.event(title="Avancé", slug="avance", level="advanced")

    assert titles(client, "?level=beginner") == ["Atelier"]
    assert titles(client, "?level=beginner&level=advanced") == ["Atelier", "Avancé"]
    agenda = client.get(f"{AGENDA}?level=beginner").context["agenda"]
    assert [(one["label"], one["count"], one["active"]) for one in agenda.chips.level] == [
        ("Débutant", 1, True),
        ("Confirmé", 1, False),
    ]
    assert [one["label"] for one in agenda.chips.active] == ["Débutant"]
    links = agenda.links
    for twin in (links.api, links.feed, links.calendar, links.table):
        text = client.get(twin).content.decode()
        assert ("atelier" in text, "avance" in text) == (True, False)


def test_a_level_that_is_none_is_said_to_be_ignored(client, workshop):
    (ignored,) = client.get(f"{AGENDA}?level=expert").context["agenda"].ignored

    assert (ignored.name, ignored.value) == ("level", "expert")
    assert client.get(f"{API}?level=expert").status_code == 422


def test_a_merged_renamed_or_deleted_skill_is_so_on_its_events(client, workshop, skills):
    engraving, binding, gilding = skills
    draft = workshop.get_latest_revision_as_object()
    merge([binding], into=engraving, by=UserFactory())

    assert titles(client, "?skill=reliure") == ["Atelier", "Autre"]
    assert EventPage.objects.get(slug="atelier").skill_slugs == ["gravure"]
    again = workshop.get_latest_revision_as_object()
    assert [one.slug for one in again.skills.all()] == ["gravure"]
    assert draft.title == again.title
    engraving.refresh_from_db()
    engraving.slug = "taille-douce"
    engraving.save()
    gilding.delete()
    assert titles(client, "?skill=taille-douce") == ["Atelier", "Autre"]
    assert EventPage.objects.get(slug="autre").skill_slugs == ["taille-douce"]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("25 €, students 10 €", ["25", "10"]),
        ("€ 12,50", ["12.5"]),
        ("1 200 EUR / 1.250,00 €", ["1200", "1250"]),
        ("12.5 euros, 12.5 euros", ["12.5"]),
        ("25€/h for groups of 20", ["25"]),
        ("on demand, 2 drinks included", []),
        ("٢٥ € " + "9" * 90 + " €", []),
    ],
)
def test_prices_are_read_as_people_write_them(text, amounts):
    assert amounts_in(text) == [Decimal(one) for one in amounts]


def test_search_engines_read_what_it_costs_and_whether_there_is_a_seat(client, time_machine):
    time_machine.move_to(dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC), tick=False)
    event = make.event(
        slug="atelier",
        address="1, Grand-Rue",
        free=False,
        price="25 €, students 10 €",
        registration="here",
        capacity=1,
        sessions=[make.session(dt.datetime(2026, 6, 1, 16, tzinfo=dt.UTC))],
    )
    event.people = [EventPerson(profile=profile("Anna Weber"), role="speaker")]
    event.save_revision().publish()

    data = structured(client)

    first, second = data["offers"]
    assert first == {
        "@type": "Offer",
        "price": "25.00",
        "priceCurrency": "EUR",
        "availability": "https://schema.org/InStock",
        "validFrom": "2026-05-04T10:00:00+02:00",
        "url": "http://127.0.0.1:8000/fr/agenda/atelier/registration/",
    }
    assert second["price"] == "10.00"
    assert (data["startDate"], data["endDate"]) == (
        "2026-06-01T18:00:00+02:00",
        "2026-06-01T20:00:00+02:00",
    )
    assert data["performer"][0]["url"].endswith("/fr/annuaire/anna-weber/")
    assert data["location"][0]["address"]["streetAddress"] == "1, Grand-Rue"
    event.seats.taken = 1
    event.seats.save()
    assert structured(client)["offers"][0]["availability"] == "https://schema.org/SoldOut"


def test_documents_stand_on_its_page_before_it_and_the_recap_in_the_api_after(client):
    sheet = CustomDocument.objects.create(title="Map", file=upload(PDF, "map.pdf"))
    documents = [("document", {"document": sheet, "title": ""})]
    words = [("text", "<p>Ninety people came.</p>")]
    make.event(slug="atelier", documents=documents, recap=words)
    past = make.session(make.timezone.now() - 2 * make.DAY)
    make.event(slug="passe", documents=documents, recap=words, sessions=[past])

    shown = BeautifulSoup(client.get("/fr/agenda/atelier/").text, "html.parser")
    assert [one.text for one in shown.select(".download a")] == ["Map"]
    whole, over = (client.get(f"{API}{slug}/").json() for slug in ("atelier", "passe"))
    [one] = whole["documents"]
    assert (one["title"], one["type"], one["size"]) == ("Map", "pdf", sheet.get_file_size())
    assert one["url"].startswith("http://127.0.0.1:8000/")
    assert whole["recap"] == ""
    assert "Ninety people came." in over["recap"]
    sheet.delete()
    assert client.get(f"{API}atelier/").json()["documents"] == []
    assert "download" not in client.get("/fr/agenda/atelier/").text.partition('id="documents"')[2]
