import pytest
from django.http import QueryDict

from directory.models import ProfileText
from directory.query import ProfileQuery
from directory.search import understand
from tests.factories.directory import ESCH, branch, profile, skill

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _tree(tree):
    pass


def ask(parameters: str) -> ProfileQuery:
    return ProfileQuery.of(QueryDict(parameters))


def names(parameters: str) -> list[str]:
    query = ask(parameters)
    assert query.ignored == ()
    assert query.count() == len(query.results("fr"))
    return sorted(one["name"] for one in query.results("fr"))


@pytest.fixture
def three():
    design, music = branch(), branch("music", 12, fr="Musique", en="Music")
    photo = skill("Photographie", en="Photography", de="Fotografie")
    profile(
        "Anna",
        branches=[design],
        skills=[photo],
        languages=["fr", "de"],
        locality="Esch-sur-Alzette",
    )
    profile(
        "Ben",
        branches=[design, music],
        skills=[photo, skill("Montage")],
        languages=["en"],
        kind="studio",
        locality="Luxembourg",
        availability="limited",
    )
    profile(
        "Cléa",
        headline="Compositrice de musiques",
        branches=[music],
        texts=[ProfileText(language="fr", headline="Compositrice", body="Élégie pour cordes")],
    )


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ("", ["Anna", "Ben", "Cléa"]),
        ("branch=design", ["Anna", "Ben"]),
        ("branch=design&branch=music", ["Anna", "Ben", "Cléa"]),
        ("skill=photographie", ["Anna", "Ben"]),
        ("skill=photographie&skill=montage", ["Ben"]),
        ("kind=studio", ["Ben"]),
        ("language=de", ["Anna"]),
        ("availability=limited", ["Ben"]),
        ("locality=Esch", ["Anna"]),
        ("canton=luxembourg", ["Ben"]),
        ("near=Esch&radius=5", ["Anna"]),
        ("near=49.6098,6.1327&radius=5", ["Ben"]),
        ("near=Esch&radius=50", ["Anna", "Ben"]),
        ("bbox=5.9,49.4,6.05,49.55", ["Anna"]),
        ("q=elegie", ["Cléa"]),
        ("q=Clea", ["Cléa"]),
        ("q=photogrpahe", ["Anna", "Ben"]),
        ("q=photographer", ["Anna", "Ben"]),
        ("q=photogr", ["Anna", "Ben"]),
        ("q=Fotografien", ["Anna", "Ben"]),
        ("q=musique", ["Ben", "Cléa"]),
        ("q=musiqeu+corde", ["Cléa"]),
        ("q=zzzzzz", []),
        ("q=%26%26", []),
        ("q=photographie&near=Esch&radius=15&language=de", ["Anna"]),
    ],
)
def test_each_filter_finds_who_fits(three, parameters, expected):
    assert names(parameters) == expected


@pytest.mark.parametrize("word", ["photo", "studio", "agence", "enfant"])
def test_any_two_letters_may_be_exchanged_in_words_of_five_and_more(word):
    profile("Anna", body=f"Écrit {word} ici")
    slips = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]

    assert {slip: understand(slip)[0].meant for slip in slips} == dict.fromkeys(slips, word)


@pytest.mark.parametrize(
    ("parameters", "ignored"),
    [
        ("kind=robot", ["kind"]),
        ("branch=nope&branch=design", ["branch"]),
        ("skill=nope", ["skill"]),
        ("near=Atlantis-sur-Mer-Profonde", ["near"]),
        ("near=91,181", ["near"]),
        ("radius=-3", ["radius"]),
        ("bbox=1,2,3", ["bbox"]),
        ("bbox=NaN,1,2,3", ["bbox"]),
        ("sort=distance", ["sort"]),
        ("page=0", ["page"]),
        ("page=x", ["page"]),
        ("colour=red", ["colour"]),
        ("q=" + "a" * 300, ["q"]),
        ("q=%00", ["q"]),
        ("locality=Narnia", ["locality"]),
        ("canton=Bavaria", ["canton"]),
    ],
)
def test_what_cannot_be_used_is_ignored_with_a_reason(three, parameters, ignored):
    query = ask(parameters)

    assert [one.name for one in query.ignored] == ignored
    assert all(one.reason and "[" not in one.reason for one in query.ignored)
    assert query.count() == (2 if "design" in parameters else 3)


@pytest.mark.parametrize("sort", ["", "name", "recent", "relevance"])
def test_pages_together_show_everyone_once_in_every_order(three, sort):
    for number in range(4):
        profile(f"Studio {number}")
    query = ask(f"sort={sort}")

    pages = [query.results("fr", offset=offset, limit=2) for offset in (0, 2, 4, 6, 8)]

    assert [len(page) for page in pages] == [2, 2, 2, 1, 0]
    assert sorted(one["id"] for page in pages for one in page) == sorted(
        one["id"] for one in query.results("fr", limit=100)
    )
    assert [one["id"] for page in pages for one in page] == [
        one["id"] for one in query.results("fr", limit=100)
    ]


def test_near_sorts_by_distance_and_says_how_far(three):
    found = ask("near=Esch&radius=50").results("fr")

    assert [(one["name"], one["distance_km"]) for one in found] == [("Anna", 0.0), ("Ben", 16.8)]
    assert found[0]["place"]["point"] == [ESCH.point.longitude, ESCH.point.latitude]


def test_an_address_says_the_query_and_reads_back_as_it(three):
    query = ask("near=Esch&branch=design&branch=music&q=photo&sort=name&page=2")

    assert query.url() == (
        "?q=photo&branch=design&branch=music&near=Esch-sur-Alzette&radius=10&sort=name"
    )
    assert query.url_without("branch", "design") == (
        "?q=photo&branch=music&near=Esch-sur-Alzette&radius=10&sort=name"
    )
    assert query.url_without("near") == "?q=photo&branch=design&branch=music&sort=name"
    assert ask(query.url()[1:]).url() == query.url()
