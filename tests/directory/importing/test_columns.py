"""Headings in three languages, and what may stand below them."""

import pytest
from django.conf import settings
from django.utils.translation import override

from cluster.geo.gazetteer import fold
from directory.importing.cells import Words, cells_of
from directory.importing.columns import COLUMNS, guess
from directory.importing.reading import read_row

BRANCHES = {"design": "design", "marketingcommunicationevents": "communication", "mode": "fashion"}
FIELDS = cells_of(Words(BRANCHES, {"dessin": "Dessin", "drawing": "Dessin"}))


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (["Nom", "Localité", "Site web", "Courriel"], ["name", "locality", "links", "email"]),
        (["Firma", "PLZ", "Webseite", "E-Mail"], ["name", "postcode", "links", "email"]),
        (["N° membre", "Mitgliedsnummer"], ["reference", ""]),
        (["Name", "Town", "Website", "Languages"], ["name", "locality", "links", "languages"]),
        (
            ["NAME", "e_mail", "headline fr", "Texte (français)"],
            ["name", "email", "headline_fr", "text_fr"],
        ),
        (["Description", "Beschreibung Deutsch"], ["text_fr", "text_de"]),
        (["Compétence", "Disponibilités"], ["skills", "availability"]),
        (["Nom", "Name", "Shoe size", ""], ["name", "", "", ""]),
    ],
)
def test_headings_are_recognised_and_each_column_once(headings, columns):
    assert guess(headings) == columns


@pytest.mark.parametrize("language", ["fr", "en", "de", "lb"])
def test_what_is_exported_in_a_language_is_recognised(language):
    with override(language):
        labels = [str(column.label) for column in COLUMNS]

    assert guess(labels) == [column.name for column in COLUMNS]
    assert len({fold(label) for label in labels}) == len(COLUMNS)


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        ({"kind": "Studio"}, {"kind": "studio"}),
        ({"kind": "Freiberuflich"}, {"kind": "freelancer"}),
        ({"kind": "free-lance"}, {"kind": "freelancer"}),
        ({"kind": "Indépendant"}, {"kind": "freelancer"}),
        ({"kind": "ASBL"}, {"kind": "collective"}),
        ({"kind": "Astronaut"}, None),
        ({"branches": "Design; Mode"}, {"branches": ["design", "fashion"]}),
        (
            {"branches": "Marketing, communication & events, DESIGN"},
            {"branches": ["communication", "design"]},
        ),
        ({"skills": "drawing, oboe; DESSIN"}, {"skills": ["Dessin", "oboe"]}),
        ({"languages": "Deutsch, français; lb"}, {"languages": ["de", "fr", "lb"]}),
        ({"locality": "Esch-Uelzecht"}, {"locality": "Esch-sur-Alzette"}),
        ({"locality": "L-4011 Esch"}, {"locality": "Esch-sur-Alzette"}),
        ({"locality": "Esch", "postcode": "L-4011"}, {"locality": "Esch-sur-Alzette"}),
        ({"postcode": "L-4011"}, {"locality": "Esch-sur-Alzette"}),
        (
            {"latitude": "49,49583", "longitude": "5.98056"},
            {"latitude": 49.49583, "longitude": 5.98056, "locality": "Esch-sur-Alzette"},
        ),
        (
            {"locality": "Trier", "latitude": "49.7596", "longitude": "6.6439"},
            {"latitude": 49.7596, "longitude": 6.6439, "locality": "Trier"},
        ),
        (
            {"links": "ada.example bo.example/x"},
            {"links": ["https://ada.example", "https://bo.example/x"]},
        ),
        ({"email": "Ada@Example.org"}, {"email": "ada@example.org"}),
        ({"availability": "Available"}, {"availability": "available"}),
    ],
)
def test_a_cell_says_it_in_any_language(cells, values):
    found, problem = read_row({"name": "Ada", **cells}, FIELDS)

    if values is None:
        assert problem
    else:
        assert (found, problem) == ({"name": "Ada", **values}, "")


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"name": ""}, "Name: A name is needed."),
        ({"name": "a\nb"}, "Name: Please write this on one line."),
        ({"headline_en": "x" * 141}, "at most 140 characters"),
        ({"text_en": "About"}, "Text (English): A headline in the same language is needed."),
        ({"branches": "Alchemy"}, "Branches: “Alchemy” is not a branch of the directory."),
        ({"skills": "x" * 51}, "too long for a skill"),
        ({"languages": "Klingon"}, "Languages spoken: “Klingon” is not known here."),
        ({"locality": "Eschh"}, "“Eschh” is not in the list of places. Is it Esch"),
        ({"locality": "Trier"}, "“Trier” is not in the list of places."),
        ({"postcode": "L-0011"}, "Post code: The list of places does not know “L-0011”."),
        ({"latitude": "49.5"}, "Latitude and longitude are needed together."),
        ({"latitude": "91", "longitude": "6"}, "Latitude: "),
        ({"latitude": "nan", "longitude": "6"}, "Latitude: "),
        ({"precision": "exact"}, "An exact place needs latitude and longitude."),
        ({"links": "javascript://x"}, "is not a web address"),
        ({"email": "ada"}, "Private contact e-mail: "),
        ({"reference": "x" * 101}, "External reference: "),
    ],
)
def test_a_wrong_cell_is_named_with_its_column(cells, says):
    _values, problem = read_row({"name": "Ada", **cells}, FIELDS)

    assert says in problem


def test_a_french_reason_has_its_space_before_the_colon():
    with override("fr"):
        _values, problem = read_row({"name": ""}, FIELDS)

    assert problem == "Nom\u00a0: Il faut un nom."


def test_all_that_is_wrong_with_a_row_is_said_at_once():
    _values, problem = read_row({"name": "", "kind": "x", "email": "x"}, FIELDS)

    assert [problem.count(label) for label in ("Name:", "Kind:", "e-mail:")] == [1, 1, 1]


def test_every_site_language_has_a_headline_and_a_text():
    names = {column.name for column in COLUMNS}

    assert {
        f"{part}_{code}" for part in ("headline", "text") for code, _l in settings.LANGUAGES
    } <= names
    assert set(FIELDS) == names
