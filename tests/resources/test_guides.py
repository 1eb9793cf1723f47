"""What a guide holds beside sections and figures, the resources' home, trainings."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from cluster.media.models import CustomDocument
from tests.factories.events import DAY, event, session
from tests.factories.opportunities import opportunity
from tests.factories.resources import (
    FigureFactory,
    GuidePageFactory,
    OrganisationFactory,
    TrainingPageFactory,
    TrainingsPageFactory,
)
from tests.media.files import PDF, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
GUIDE = "/en/resources/exporter/"


def soup(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def texts(page, selector):
    return [" ".join(found.get_text().split()) for found in page.select(selector)]


def test_a_guide_holds_countries_files_questions_and_says_how_long_it_takes(client):
    figure = FigureFactory()
    document = CustomDocument.objects.create(title="Demande", file=upload(PDF, "demande.pdf"))
    lines = [{"name": "Langue", "text": "<p>Allemand</p>"}]
    GuidePageFactory(
        language="en",
        slug="exporter",
        body=[
            ("section", {"heading": "Pays", "text": f"<p>{'mot ' * 600}</p>"}),
            (
                "country",
                {"country": "Allemagne", "lines": lines, "figures": [figure], "text": ""},
            ),
            ("downloads", {"heading": "", "files": [{"document": document, "note": "À remplir"}]}),
            (
                "questions",
                {"heading": "", "questions": [{"question": "Deux fois ?", "answer": "<p>Oui</p>"}]},
            ),
        ],
    )

    page = soup(client, GUIDE)

    assert texts(page, ".guide__facts span") == ["3 minutes to read"]
    assert texts(page, ".country dt") == ["Langue", "Ceiling"]
    assert texts(page, ".country .fact__value") == ["50,000 €"]
    assert page.select_one(".downloads a")["href"] == document.url
    assert texts(page, ".questions dt, .questions dd") == ["Deux fois ?", "Oui"]


def test_a_guide_shows_coming_events_and_open_opportunities_about_its_words(client):
    now = timezone.now()
    event(language="en", title="Exporter en Allemagne", slug="export")
    event(language="en", title="Exporter, hier", slug="hier", sessions=[session(now - 3 * DAY)])
    event(
        language="en",
        title="Exporter en secret",
        slug="secret",
        draft=True,
    )
    event(language="en", title="Gravure", slug="gravure")
    opportunity("Exporter une affiche", slug="affiche")
    coming = {"heading": "", "words": "exportér", "branch": None}
    headed = {**coming, "heading": "Soon"}
    body = [("coming", coming), ("coming", headed)]
    GuidePageFactory(language="en", slug="exporter", body=body)

    page = soup(client, GUIDE)

    shown = ["Exporter en Allemagne", "Exporter une affiche"]
    assert texts(page, ".happenings h3") == shown
    assert texts(page, "h3 ~ .happenings h4") == shown


def test_the_resources_stand_under_what_brings_somebody_here(client):
    GuidePageFactory(language="en", title="Exporter", purposes=["export", "learn"])
    GuidePageFactory(language="en", title="Pour tous", slug="tous")

    page = soup(client, "/en/resources/")

    assert texts(page, ".shelf h2") == ["I export", "I learn", "For everybody"]
    assert texts(page, ".shelf h3") == ["Exporter", "Exporter", "Pour tous"]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("exporter", ["Exporter", "Aide à l’export"]),
        ("EXPORTÉR", ["Exporter", "Aide à l’export"]),
        ("exprter", ["Exporter", "Aide à l’export"]),
        ("ducroire", ["Exporter", "Office du Ducroire"]),
        ("exporter zzzz", []),
        ("<b>", []),
    ],
)
def test_the_search_finds_guides_and_organisations_whatever_the_accent_or_one_wrong_letter(
    client, words, titles
):
    text = "<p>Demandez à l’Office du Ducroire.</p>"
    GuidePageFactory(
        language="en", title="Exporter", body=[("section", {"heading": "Avant", "text": text})]
    )
    GuidePageFactory(language="en", title="Se lancer", slug="se-lancer")
    GuidePageFactory(language="en", title="Exporter en secret", slug="secret", draft=True)
    OrganisationFactory(names={"en": "Office du Ducroire"}, offers={"en": "Aide"})
    OrganisationFactory(names={"en": "Aide à l’export"}, offers={"en": "Pour exporter"})

    page = soup(client, f"/en/resources/?q={words}")

    assert texts(page, ".cards h3, .organisation__name") == titles
    assert page.select_one("[name=q]")["value"] == words


def test_a_training_says_what_it_is_and_when_its_doors_are_open(client):
    day = timezone.now() + 9 * DAY
    doors = event(
        language="en", title="Portes ouvertes du BTS", slug="portes-bts", sessions=[session(day)]
    )
    fee = FigureFactory(names={"en": "Frais"})
    TrainingPageFactory(
        language="en",
        slug="bts",
        languages=["fr", "en"],
        fee=f'<p>Par semestre : <embed embedtype="figure" id="{fee.pk}"/></p>',
        open_days=[("event", doors)],
    )

    page = soup(client, "/en/resources/bts/")

    facts = ["Lycée des Arts et Métiers", "BTS, two years after school", "French, English"]
    assert [text.lower() for text in texts(page, ".training__facts dd")] == [
        fact.lower() for fact in facts
    ]
    assert texts(page, ".prose p data") == ["50,000 €"]
    assert texts(page, ".happenings h3") == ["Portes ouvertes du BTS"]


def test_trainings_are_listed_once_each_and_narrowed_by_level(client):
    TrainingsPageFactory(language="en")
    bts = TrainingPageFactory(language="en", title="BTS", slug="bts", languages=["fr"])
    TrainingPageFactory(title="BTS fr", language="fr", translation_key=bts.translation_key)
    TrainingPageFactory(language="en", title="Master", level="master", slug="master")

    address = "/en/resources/formations/"

    assert texts(soup(client, address), ".cards h2") == ["BTS", "Master"]
    assert texts(soup(client, f"{address}?level=master"), ".cards h2") == ["Master"]
    assert texts(soup(client, f"{address}?language=fr&level=moon"), ".cards h2") == ["BTS"]
