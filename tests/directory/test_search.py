"""What a search understands: forms of a word, the editors' synonyms, phrases; and what counts."""

import pytest
from django.http import QueryDict

from directory.branches import plant_branches
from directory.inflection import key, variants
from directory.models import ProfileText, Realisation, TeamMember
from directory.query import ProfileQuery
from directory.search import understand
from directory.search_text import Run, take_apart
from tests.factories.directory import branch, profile, skill

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _tree(tree):
    pass


def found(q: str, **more: str) -> list[str]:
    parameters = QueryDict(mutable=True)
    parameters.update({"q": q, **more})
    query = ProfileQuery.of(parameters)
    assert query.ignored == ()
    return [one["name"] for one in query.results("fr")]


def graphic_design(**synonyms: str):
    made = skill("Graphisme", en="Graphic design", de="Grafikdesign")
    made.synonyms = synonyms or {
        "fr": "graphiste",
        "en": "graphic designer",
        "de": "Grafiker",
        "lb": "Graphist",
    }
    made.save()
    return made


FORMS = [
    *(("illustrateur", "illustratrice"), ("danseur", "danseuses"), ("acteur", "actrices")),
    *(("musicien", "musiciennes"), ("couturier", "couturières"), ("graphiste", "graphistes")),
    *(("journal", "journaux"), ("jeu", "jeux"), ("créatif", "créatives"), ("autrice", "auteurs")),
    *(("Grafiker", "Grafikerinnen"), ("Fotograf", "Fotografinnen"), ("Kamerafrau", "Kameramann")),
    *(("Autor", "Autorinnen"), ("Bühnenbild", "Bühnenbilder"), ("Buehne", "Bühnen")),
    *(("photographer", "photographers"), ("gallery", "galleries"), ("Komponist", "Komponistin")),
    *(("Zeechner", "Zeechnerin"), ("Museker", "Musekerinnen"), ("Architekt", "Architekten")),
]


@pytest.mark.parametrize(("written", "asked"), [*FORMS, *[pair[::-1] for pair in FORMS]])
def test_number_and_gender_make_no_difference(written, asked):
    profile("Anna", headline="Bonjour", body=f"Ici {written} depuis longtemps")

    assert found(asked) == ["Anna"]


@pytest.mark.parametrize(("written", "asked"), FORMS)
def test_nor_do_they_for_the_thesaurus(written, asked):
    graphic_design(fr=written)
    profile("Anna", headline="Bonjour", skills=[skill("Graphisme")])

    assert found(asked) == ["Anna"]


def test_a_word_has_itself_among_its_forms_and_a_key_they_share():
    assert variants("graphiste")[0] == "graphiste"
    assert {key(word) for word in ("graphiste", "graphist", "grafist", "graphistes")} == {"graf"}
    assert len({key(word) for word in ("photographe", "fotograf", "fotografinnen")}) == 1
    assert key("mode") != key("musique")


@pytest.mark.parametrize(
    "asked",
    [
        *("graphiste", "Graphistes", "Grafiker", "Grafikerinnen", "graphic designer"),
        *("graphic designers", "Graphist", "Graphisme", "grafikdesign", "grafiekr", "grahpiste"),
        "graphic desinger",
    ],
)
def test_a_search_in_any_language_finds_profiles_in_any_other(asked):
    made = graphic_design()
    profile("Skill", headline="Bonjour", skills=[made])
    profile("German", texts=[ProfileText(language="de", headline="Hallo", body="Ich bin Grafiker")])
    profile("French", headline="Bonjour", body="Graphiste à mes heures")
    profile("English", headline="Hello", body="I am a graphic designer")
    profile("Other", headline="Designer", body="A graphic without the other word")

    assert found(asked)[0] == "Skill"
    assert set(found(asked)) - {"Other"} == {"Skill", "German", "French", "English"}


def test_what_an_editor_adds_is_found_at_the_next_search_without_listing_anybody_anew(
    django_capture_on_commit_callbacks,
):
    made = skill("Graphisme", en="Graphic design")
    page = profile("Anna", headline="Bonjour", skills=[made])
    assert found("maquettiste") == []

    with django_capture_on_commit_callbacks(execute=True):
        made = type(made).objects.get()
        made.synonyms = {"fr": "maquettiste, mise en page"}
        made.save()

    assert found("maquettistes") == ["Anna"]
    assert found("mise en page") == ["Anna"]
    assert "maquettiste" not in type(page.listing).objects.get().names


def test_a_branch_is_found_by_its_other_words():
    plant_branches()
    profile("Anna", headline="Bonjour", branches=[branch("film")])

    assert found("cinéaste") == found("Kino") == found("filmmaker") == ["Anna"]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ('"motion design"', ["Whole"]),
        ("« Motion Design »", ["Whole"]),
        ("„motion design“ affiche", ["Whole"]),
        ("motion design", ["Whole", "Apart"]),
        ('"design motion"', []),
        ('"art video"', []),
        ('"motion', ["Whole", "Apart"]),
        ('""', []),
    ],
)
def test_a_phrase_is_found_as_it_stands_and_within_one_text(asked, names):
    profile("Whole", headline="Bonjour", body="Une affiche en motion design")
    profile("Apart", headline="Design", body="Affiche en motion", skills=[skill("Art")])
    profile("Border", headline="Art", body="Video")

    assert sorted(found(asked)) == sorted(names)


def test_a_search_counts_the_name_or_a_skill_most_then_headline_credits_and_text():
    profile("Text", headline="Bonjour", body="gravure")
    profile(
        "Credits",
        headline="Bonjour",
        realisations=[Realisation(title="Nuit", role="Gravure")],
    )
    profile("Team", headline="Bonjour", team=[TeamMember(name="Ben", role="gravure")])
    profile("Headline", headline="Gravure")
    profile("Skill", headline="Bonjour", skills=[skill("Gravure")])
    profile("Gravure Muller", headline="Bonjour")

    names = found("gravure")

    assert [set(names[:2]), names[2], set(names[3:5]), names[5:]] == [
        {"Skill", "Gravure Muller"},
        "Headline",
        {"Credits", "Team"},
        ["Text"],
    ]


def test_the_whole_word_counts_more_than_one_that_begins_so():
    profile("Begins", headline="Bonjour", skills=[skill("Boiserie")])
    profile("Whole", headline="Bonjour", skills=[skill("Bois")])

    assert found("bois") == ["Whole", "Begins"]


def test_the_skill_itself_counts_more_than_another_one_named_after_it():
    made = skill("Photographie", en="Photography")
    profile("Other", headline="Bonjour", skills=[skill("Direction de la photographie")])
    profile("Itself", headline="Bonjour", skills=[made])

    assert found("photography")[0] == found("photographie")[0] == "Itself"


def test_equal_matches_take_turns(time_machine):
    for number in range(4):
        profile(f"Studio {number}", headline="Gravure")
    first = set()
    for day in range(1, 29):
        time_machine.move_to(f"2026-02-{day:02} 12:00:00+01:00", tick=False)
        first.add(found("gravure")[0])

    assert len(first) >= 3


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("photographe de mariage à Esch", [Run(("photographe", "mariage", "esch"))]),
        ("de la", [Run(("de", "la"))]),
        ('"de la" scène', [Run(("de", "la"), quoted=True), Run(("scene",))]),
        ("E-Book 3-D", [Run(("ebook", "3d"))]),
        ("a b", []),
        (" ".join(f"w{n}" for n in range(20)), [Run(tuple(f"w{n}" for n in range(8)))]),
        ("photo photo", [Run(("photo",))]),
    ],
)
def test_a_text_is_taken_apart(text, runs):
    assert take_apart(text) == runs


def test_no_text_is_too_strange_to_be_understood():
    strange = ["skillid1", "0", "'", "\\", '" " "', "%", "a:*", "NEAR(", "« »", "☃ ☃", "AND OR NOT"]
    graphic_design(fr="l'art & la matière, 3-D, é")
    profile("Anna", headline="AND OR NOT NEAR")

    for text in strange:
        found(text)
        found(f'"{text}"')
    assert [part.meant for part in understand("AND NOT")] == ["not"]
