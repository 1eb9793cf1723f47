import pytest
from django.test import Client

from tests.factories.directory import branch, profile, skill

pytestmark = pytest.mark.django_db
BASE = "/api/v1/directory/"


@pytest.fixture(autouse=True)
def _tree(tree):
    pass


@pytest.fixture
def several():
    design, music = branch(), branch("music", 12, fr="Musique", en="Music")
    photo = skill("Photographie", en="Photography")
    for number in range(3):
        profile(f"Studio {number}", branches=[design], skills=[photo], locality="Esch-sur-Alzette")
    profile("Élodie Kraus", branches=[music], locality="Luxembourg")


def test_the_map_clusters_who_is_in_the_same_place(
    client: Client, several, django_assert_num_queries
):
    with django_assert_num_queries(2):
        response = client.get(f"{BASE}map/?bbox=5.7,49.4,6.6,50.2&zoom=18")

    features = response.json()["features"]
    assert sorted(
        (one["properties"]["cluster"], one["properties"]["count"]) for one in features
    ) == [
        (False, 1),
        (True, 3),
    ]
    assert response["Content-Type"] == "application/geo+json"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("elodie", [("profile", "elodie-kraus")]),
        ("krauss", [("profile", "elodie-kraus")]),
        ("photogrpahie", [("skill", "photographie")]),
        ("photogra", [("skill", "photographie")]),
        ("musiqeu", [("branch", "music")]),
        ("", []),
        ("&&", []),
    ],
)
def test_suggestions_forgive_accents_and_typing_mistakes(client: Client, several, text, expected):
    items = client.get(f"{BASE}suggest/", {"q": text}).json()["items"]

    assert [(one["type"], one["value"]) for one in items if one["type"] != "place"] == expected


def test_the_first_letter_of_a_second_word_counts(client: Client, several):
    skill("Leather goods")
    skill("Leather handbags")

    found = client.get(f"{BASE}suggest/?q=leather+h").json()["items"]

    assert [(one["type"], one["label"]) for one in found] == [("skill", "Leather handbags")]


def test_suggestions_know_places(client: Client, several):
    items = client.get(f"{BASE}suggest/", {"q": "esh-sur-alzete"}).json()["items"]

    assert ("place", "Esch-sur-Alzette") in [(one["type"], one["value"]) for one in items]


def test_every_kind_of_suggestion_gets_its_turn(client: Client, several):
    for number in range(5):
        skill(f"Esc{number}")
        branch(f"esc{number}", 2, fr=f"Esc{number}")
    profile("Esc Escher")

    items = client.get(f"{BASE}suggest/?q=esc").json()["items"]

    kinds = [one["type"] for one in items]
    assert kinds == [*["branch"] * 3, *["skill"] * 2, *["place"] * 2, "profile"]


def test_a_renamed_word_is_suggested_by_its_new_name_at_once(client: Client, several):
    client.get(f"{BASE}suggest/?q=desig")
    design = branch()
    design.names = {"fr": "Design graphique"}
    design.save()

    assert labels(client, "desig") == ["Design graphique"]


def labels(client: Client, text: str) -> list[str]:
    items = client.get(f"{BASE}suggest/", {"q": text}).json()["items"]
    return [one["label"] for one in items if one["type"] == "branch"]


def test_vocabularies_come_with_the_number_of_their_profiles(client: Client, several):
    branches = client.get(f"{BASE}branches/?lang=en").json()["items"]
    skills = client.get(f"{BASE}skills/?lang=en").json()["items"]

    assert branches == [
        {"slug": "design", "name": "Design", "count": 3},
        {"slug": "music", "name": "Music", "count": 1},
    ]
    assert skills == [{"slug": "photographie", "name": "Photography", "count": 3}]


def test_skills_are_asked_for_by_the_beginning_of_a_word_in_any_language(client, tree):
    drawing, motion = skill("Dessin", de="Zeichnen"), skill("Motion design")
    skill("Design that nobody claims")
    profile("Anna", skills=[drawing, motion])

    answer = client.get(f"{BASE}skills/?q=des&lang=de").json()

    assert answer["count"] == 2
    assert sorted(one["name"] for one in answer["items"]) == ["Motion design", "Zeichnen"]
    assert client.get(f"{BASE}skills/?q=telepathy").json() == {"count": 0, "items": []}
