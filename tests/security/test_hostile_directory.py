"""Whatever stands in an address of the directory: an answer, or a reason, and never a crash."""

import pytest
from django.test import Client

from tests.factories.directory import branch, profile, skill

pytestmark = pytest.mark.django_db
LISTS = (
    "/fr/annuaire/",
    "/fr/annuaire/feed.xml",
    "/api/v1/directory/profiles/",
    "/api/v1/directory/map/",
    "/api/v1/directory/suggest/",
    "/api/v1/directory/skills/",
)
ONES = ("/fr/annuaire/", "/api/v1/directory/profiles/")
FILTERS = (
    *("q", "branch", "skill", "kind", "language", "availability", "locality", "canton", "near"),
    *("radius", "bbox", "sort", "page", "lang", "zoom", "limit", "offset", "facets"),
)
STRANGE = {
    "a null byte": "%00",
    "a null byte within": "de%00sign",
    "half a surrogate": "%ED%A0%80",
    "broken UTF-8": "%FF%FE",
    "another direction": "%E2%80%AE%F0%9F%92%A5",
    "quotes": "%27%22%3B--%60",
    "wildcards": "%25_%25*",
    "operators": "AND%20OR%20NOT%20NEAR(%22a%22)%20-b%20%7C%20%26!:*",
    "a template": "%7B%7B7*7%7D%7D%25s%25(a)s",
    "infinity": "inf",
    "no number": "nan",
    "a negative number": "-3",
    "a huge number": "9" * 400,
    "a huge exponent": "1e999",
    "other digits": "%D9%A3",
    "nothing": "",
}
WHOLE = {
    "a box of infinities": "bbox=-inf,-inf,inf,inf",
    "a box of no numbers": "bbox=nan,nan,nan,nan",
    "a box inside out": "bbox=7,50,5,49",
    "a box of one point": "bbox=6,49,6,49&zoom=22",
    "the whole world": "bbox=-180,-90,180,90&zoom=22",
    "the poles": "near=90,0&radius=500",
    "the far side": "near=0,180&radius=500",
    "the last page of all": "page=1000000",
    "the last offset": "offset=10000000",
    "a thousand branches": "&".join(f"branch=b{number}" for number in range(1_000)),
    "a thousand times one skill": "skill=dessin&" * 1_000,
    "a thousand words": "q=mot&" * 1_000,
    "a thousand boxes": "bbox=5,49,7,50&" * 1_000,
    "a thousand unknown names": "&".join(f"x{number}=1" for number in range(1_000)),
    "an overlong slug": f"branch={'a' * 5_000}&skill={'é' * 5_000}",
    "separators only": "&&&===;;;",
    "brackets": "branch[]=design&q[$ne]=x",
}


@pytest.fixture(autouse=True)
def _some(tree):
    profile(
        "Anna Weber", branches=[branch()], skills=[skill("Dessin")], locality="Esch-sur-Alzette"
    )


def assert_no_crash(client: Client, address: str) -> None:
    response = client.get(address)
    content = response.getvalue() if response.streaming else response.content
    assert response.status_code in (200, 404, 422), (address[:200], response.status_code)
    assert b"Traceback" not in content


@pytest.mark.parametrize("value", STRANGE.values(), ids=STRANGE)
def test_no_value_of_any_parameter_crashes_anything(client: Client, value):
    for name in FILTERS:
        assert_no_crash(client, f"/api/v1/directory/profiles/?{name}={value}")
    everywhere = "&".join(f"{name}={value}" for name in FILTERS)
    for address in LISTS:
        assert_no_crash(client, f"{address}?{everywhere}")
        assert_no_crash(client, f"{address}?q={value}")
        assert_no_crash(client, f"{address}?{value}={value}")


@pytest.mark.parametrize("query", WHOLE.values(), ids=WHOLE)
def test_no_combination_crashes_anything(client: Client, query):
    for address in LISTS:
        assert_no_crash(client, f"{address}?{query}")


@pytest.mark.parametrize(
    "slug", ["%00", "a%00b", "%ED%A0%80", "a" * 5_000, "%2e%2e", "..%2f..%2f", "%25s", "'", "\\"]
)
def test_no_slug_crashes_a_profile(client: Client, slug):
    for address in ONES:
        assert client.get(f"{address}{slug}/").status_code == 404
    assert client.get(f"/fr/annuaire/{slug}/contact/").status_code == 404


def test_five_megabytes_of_search_words_are_refused_and_not_searched(client: Client):
    text = "mot " * (5 * 1024 * 1024 // 4)

    page = client.get("/fr/annuaire/", {"q": text})
    answers = [client.get(address, {"q": text}) for address in LISTS[2:5]]

    assert page.status_code == 200
    assert len(page.content) < 200_000
    assert [answer.status_code for answer in answers] == [422, 422, 422]
    assert all(len(answer.content) < 10_000 for answer in answers)
