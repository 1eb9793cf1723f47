import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from cluster.core.messages import complaints, po_file


@pytest.fixture
def strings():
    catalog = Catalog()
    catalog.add("Search")
    catalog.add(("%(count)s person", "%(count)s people"))
    return catalog


@pytest.fixture
def keep(settings, tmp_path):
    """Writes a language's file with these translations."""
    settings.LOCALE_PATHS = [tmp_path]

    def keep(language, *translations, flags=()):
        catalog = Catalog(language, fuzzy=False)
        for message, string in translations:
            catalog.add(message, string, flags=flags)
        file = po_file(language)
        file.parent.mkdir(parents=True)
        with file.open("wb") as target:
            write_po(target, catalog)

    return keep


SEARCH = ("Search", "Rechercher")
PEOPLE = (("%(count)s person", "%(count)s people"), ("%(count)s personne", "%(count)s personnes"))
HALF = (PEOPLE[0], ("%(count)s personne", ""))
BROKEN = (PEOPLE[0], ("%(count)s personne", "%(number)s personnes"))


def test_nothing_is_said_of_a_language_that_says_everything(strings, keep):
    keep("fr", SEARCH, PEOPLE)
    assert list(complaints("fr", strings)) == []


def test_french_may_miss_nothing_not_even_a_plural(strings, keep):
    keep("fr", HALF)
    assert list(complaints("fr", strings)) == [
        "fr: not translated: 'Search'",
        "fr: not translated: ('%(count)s person', '%(count)s people')",
    ]


def test_no_other_language_may_be_unfinished_either(strings, keep):
    keep("lb", SEARCH)
    assert list(complaints("lb", strings)) == [
        "lb: not translated: ('%(count)s person', '%(count)s people')"
    ]


def test_what_is_marked_as_fuzzy_is_named(strings, keep):
    keep("fr", SEARCH, PEOPLE, flags=["fuzzy"])
    assert list(complaints("fr", strings)) == [
        "fr: marked as fuzzy: 'Search'",
        "fr: marked as fuzzy: ('%(count)s person', '%(count)s people')",
    ]


def test_a_lost_placeholder_is_named(strings, keep):
    keep("lb", SEARCH, BROKEN)
    (complaint,) = complaints("lb", strings)
    assert complaint.startswith("lb: ")
    assert "%(count)s person" in complaint
