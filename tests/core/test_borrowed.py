"""What packages say in our languages: complete, and no more than they say."""

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from django.core.management import CommandError, call_command

from cluster.core import borrowed
from cluster.core.borrowed import borrowed_complaints, choice_complaints, wanted
from cluster.core.messages import BORROWED, po_file, translated

REQUIRED = "This field is required."


@pytest.fixture
def kept(settings, tmp_path):
    """Writes the borrowed Luxembourgish anew, changed by a function."""
    before = translated("lb", BORROWED)
    settings.LOCALE_PATHS = [settings.LOCALE_PATHS[0], tmp_path]

    def write(change):
        change(before)
        file = po_file("lb", BORROWED)
        file.parent.mkdir(parents=True)
        with file.open("wb") as target:
            write_po(target, before)

    return write


def test_every_chosen_word_of_a_package_is_said_in_every_language():
    assert list(choice_complaints()) == []
    assert [line for language in ("fr", "de", "lb") for line in borrowed_complaints(language)] == []


def test_what_an_upgrade_brings_is_named(kept):
    kept(lambda catalog: catalog.delete(REQUIRED))

    assert list(borrowed_complaints("lb")) == [f"lb: not translated: {REQUIRED!r}"]


def test_what_an_upgrade_takes_away_is_named(kept):
    kept(lambda catalog: catalog.add("Said no more", "Net méi gesot"))

    assert list(borrowed_complaints("lb")) == ["lb: not to be borrowed any more: 'Said no more'"]


def test_a_placeholder_in_braces_is_not_lost(kept):
    days = "The number of days must be between {min_days} and {max_days}."
    kept(lambda catalog: setattr(catalog[days], "string", "Tëscht {min_days} an {most} Deeg."))

    assert list(borrowed_complaints("lb")) == [f"lb: other names in braces: {days!r}"]


def test_french_and_german_are_borrowed_only_where_a_package_is_silent():
    assert [message.id for message in wanted("fr") if message.id] == [
        "The password you have entered is not correct. Please try again."
    ]
    assert len(wanted("lb")) > 200


def test_a_choice_that_finds_nothing_stops_the_check(monkeypatch):
    monkeypatch.setattr(borrowed, "CHOSEN", (*borrowed.CHOSEN, "django/forms/gone.py"))

    assert list(choice_complaints()) == ["no such file in the packages: django/forms/gone.py"]
    with pytest.raises(CommandError):
        call_command("messages", "--check")


def test_what_this_site_says_itself_is_not_borrowed():
    own = translated("lb")
    borrowed_words = translated("lb", BORROWED)

    assert isinstance(borrowed_words, Catalog)
    assert [one.id for one in borrowed_words if one.id and own.get(one.id, one.context)] == []
