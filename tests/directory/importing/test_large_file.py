"""Five thousand rows, fifty of them broken: reported, imported, and imported again."""

from collections import Counter

import pytest

from directory.importing.columns import guess
from directory.importing.plan import plan
from directory.importing.table import read_table
from directory.importing.writing import carry_out
from directory.models import ProfileListing, ProfileOrigin, ProfilePage, Skill

pytestmark = pytest.mark.django_db
ROWS, BROKEN = 5_000, 50
BROKEN_ROWS = list(range(41, ROWS, ROWS // BROKEN))
"""As the spreadsheet numbers them."""
WRONG = (
    {"name": ""},
    {"branches": "Alchimie"},
    {"locality": "Atlantis"},
    {"email": "personne"},
    {"precision": "exact"},
)


def row(number):
    return {
        "reference": f"R{number}" if number % 3 else "",
        "name": f"Atelier {number}",
        "headline_fr": "Photographe d’architecture",
        "text_de": "",
        "branches": "Design; Arts visuels",
        "skills": f"photographie; métier {number % 40}",
        "locality": "Esch-Uelzecht",
        "languages": "français, DE",
        "email": f"atelier-{number}@example.org" if number % 2 else "",
        "links": f"https://atelier-{number}.example/",
        "precision": "",
    }


@pytest.fixture(scope="module")
def content():
    rows = []
    for number in range(2, ROWS + 2):
        cells = row(number)
        if number in BROKEN_ROWS:
            cells |= WRONG[BROKEN_ROWS.index(number) % len(WRONG)]
        rows.append(";".join(f'"{cell}"' for cell in cells.values()))
    return "\n".join([";".join(row(0)), *rows]).encode("cp1252")


def faulty(verdicts):
    return sorted(one.row for one in verdicts if one.outcome == "faulty")


def tally(verdicts):
    return Counter(str(one.outcome) for one in verdicts)


def everything():
    return {model: model.objects.count() for model in (ProfilePage, ProfileOrigin, Skill)}


def test_fifty_broken_rows_of_five_thousand(directory, content):
    table = read_table(content)
    mapping = guess(table.headings)

    dry = plan(table, mapping)
    assert (faulty(dry), tally(dry)) == (BROKEN_ROWS, {"created": ROWS - BROKEN, "faulty": BROKEN})
    assert everything() == {ProfilePage: 0, ProfileOrigin: 0, Skill: 0}

    first = carry_out(lambda: plan(table, mapping), by=None)
    assert (faulty(first), tally(first)) == (BROKEN_ROWS, tally(dry))
    made = everything()
    assert made == {ProfilePage: ROWS - BROKEN, ProfileOrigin: ROWS - BROKEN, Skill: 41}
    assert not ProfileListing.objects.exists()

    again = carry_out(lambda: plan(table, mapping), by=None)
    assert (faulty(again), tally(again)) == (
        BROKEN_ROWS,
        {"unchanged": ROWS - BROKEN, "faulty": BROKEN},
    )
    assert everything() == made
