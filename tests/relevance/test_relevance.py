"""What people search for comes first, in four languages and with typing mistakes."""

import json
import os
from pathlib import Path

import pytest

from tests.relevance.judging import judge_all, mean, points, searches

WRITTEN = Path(__file__).with_name("points.json")


def test_there_are_searches_of_every_sort():
    asked = list(searches())

    assert len(asked) >= 60
    assert {search.about for search in asked} == {
        *("French", "German", "English", "Luxembourgish"),
        *("typing mistakes", "synonyms", "phrases", "names", "places", "combinations"),
    }


@pytest.mark.django_db
def test_who_is_searched_for_comes_first_on_any_day(demo):
    judged = judge_all()

    assert [one.search.asked for one in judged if one.search.query.ignored] == []
    assert [(one.search.asked, one.found[:5]) for one in judged if not one.passes] == []
    assert mean([one.reciprocal_rank for one in judged]) >= 0.99
    assert mean([one.recall for one in judged]) >= 0.98


@pytest.mark.django_db
def test_every_database_finds_the_same_profiles_and_gives_them_the_same_points(demo):
    """Written down for both; to write them anew where they change as you want:
    `RENEW_CONTRACT=1 make test PYTEST=tests/relevance`."""
    found = {search.asked: points(search) for search in searches()}

    if os.environ.get("RENEW_CONTRACT"):
        lines = [f" {json.dumps(asked)}: {json.dumps(given)}" for asked, given in found.items()]
        WRITTEN.write_text("{\n" + ",\n".join(lines) + "\n}\n")
    assert found == json.loads(WRITTEN.read_text())
