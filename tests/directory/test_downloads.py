"""The list of profiles as files: filtered alike, with what is public and nothing that runs."""

import csv
import io
import json

import pytest
from django.test import Client
from openpyxl import load_workbook

from directory import downloads
from tests.factories.directory import ESCH, OFF_CENTRE, branch, profile, skill

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
LIST = "/en/directory/"


def read(client: Client, name: str) -> list[dict[str, str]]:
    """A table's rows, all values as texts."""
    answer = client.get(f"{LIST}{name}")
    assert answer.status_code == 200
    assert not answer.cookies
    if ".csv" in name:
        return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    head, *rows = load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)
    return [
        {key: "" if value is None else str(value) for key, value in zip(head, row, strict=True)}
        for row in rows
    ]


@pytest.mark.parametrize("name", ["profiles.csv", "profiles.xlsx"])
def test_a_table_holds_what_the_filtered_list_shows(client: Client, name):
    profile(
        "Anna",
        branches=[branch()],
        skills=[skill("Dessin", en="Drawing")],
        languages=["de"],
        locality="Esch-sur-Alzette",
        point=OFF_CENTRE,
    )
    profile("Ben")

    (row,) = read(client, f"{name}?branch=design&near=Esch&colour=red")

    assert row | {"updated_at": ""} == {
        "slug": "anna",
        "name": "Anna",
        "kind": "Freelancer",
        "headline": "Graphiste",
        "branches": "Design",
        "skills": "Drawing",
        "languages": "German",
        "availability": "Available",
        "locality": "Esch-sur-Alzette",
        "canton": "Esch-sur-Alzette",
        "precision": "locality",
        "longitude": str(ESCH.point.longitude),
        "latitude": str(ESCH.point.latitude),
        "distance_km": row["distance_km"],
        "updated_at": "",
        "url": "http://127.0.0.1:8000/en/directory/anna/",
    }
    assert float(row["distance_km"]) == 0


def test_no_name_runs_in_a_spreadsheet(client: Client):
    profile("=1+1", slug="formula")

    assert read(client, "profiles.csv")[0]["name"] == "'=1+1"
    answer = client.get(f"{LIST}profiles.xlsx")
    cell = load_workbook(io.BytesIO(answer.content)).active["B2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_places_are_those_the_public_may_know(client: Client):
    profile("Anna", locality="Esch-sur-Alzette", point=OFF_CENTRE)
    profile("Ben")

    answer = client.get(f"{LIST}profiles.geojson?kind=freelancer")

    assert answer["Content-Type"] == "application/geo+json"
    (feature,) = json.loads(answer.content)["features"]
    assert feature["geometry"] == {
        "type": "Point",
        "coordinates": [ESCH.point.longitude, ESCH.point.latitude],
    }
    assert feature["properties"]["name"] == "Anna"


@pytest.mark.parametrize("name", ["profiles.csv", "profiles.xlsx", "profiles.geojson"])
@pytest.mark.parametrize("number", [1, 3])
def test_a_file_costs_the_same_whatever_its_length(
    client: Client, django_assert_num_queries, name, number
):
    for index in range(number):
        profile(f"Studio {index}", locality="Esch-sur-Alzette")
    client.get(f"{LIST}?sort=name")

    with django_assert_num_queries(1):
        client.get(f"{LIST}{name}?sort=name")


def test_files_end_where_the_page_says(client: Client, monkeypatch):
    monkeypatch.setattr("directory.views.MOST", 1)
    monkeypatch.setattr("directory.browse.Browse.most_downloaded", 1)
    for name in ("Anna", "Ben"):
        profile(name)

    assert len(read(client, "profiles.csv")) == 1
    assert "Files hold the first 1 profiles." in client.get(LIST).text
    assert downloads.MOST == 5_000
