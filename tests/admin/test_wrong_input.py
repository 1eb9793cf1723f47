"""Whoever mistypes in the admin reads beside the field what to do, and loses nothing."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail.users.models import UserProfile

from directory.models import Skill
from resources.models import Figure, PriceRow, ResourcesPage
from tests.factories import events
from tests.factories.members import MemberFactory
from tests.factories.resources import FigureFactory, GuidePageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
VALUE = {"amount": "1", "source_name": "AED", "certainty": "official", "reviewed_on": "2026-01-01"}
PRICE = {
    "services_en": "Portrait",
    "unit": "hour",
    "low": "60",
    "typical": "80",
    "high": "120",
    "year": "2026",
    "source_name_en": "Survey",
    "certainty": "official",
}
TAKEN = "This is taken already. Choose another one."
ADDRESS = "Write a full address, like https://example.org/."
LETTERS = "Use letters, digits and hyphens only, like open-studios-2026."


@pytest.fixture
def editor(client):
    user = MemberFactory(editor=True)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    client.force_login(user)
    return client


def snippet(editor, name, data):
    return said(editor, reverse(f"wagtailsnippets_{name}:add"), data)


def page(editor, app, name, parent, data):
    address = reverse("wagtailadmin_pages:add", args=[app, name, parent.pk])
    return said(editor, address, {"comments": inline_formset([]), "action-publish": "1", **data})


def said(editor, address, data):
    """The form that came back: its page, and what stands beside which field."""
    response = editor.post(address, nested_form_data(data))
    assert response.status_code == 200
    form = BeautifulSoup(response.text, "html.parser")
    beside = {
        found.find_previous("label")["for"].removeprefix("id_"): " ".join(found.text.split())
        for found in form.select(".w-field__errors")
        if found.text.strip()
    }
    return form, beside


def figure(editor, *values, **fields):
    data = {"names_en": "Ceiling", "slug": "ceiling", **fields}
    return snippet(editor, "resources_figure", {**data, "values": inline_formset(values)})


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        (
            [VALUE | {"valid_from": "2026-05-01", "valid_to": "2026-01-01"}],
            "values-0-valid_to",
            "The period ends before it begins.",
        ),
        ([VALUE | {"amount": ""}], "values-0-amount", "Give a number, or say the value in words."),
        (
            [
                VALUE | {"valid_from": "2026-01-01", "valid_to": "2026-12-31"},
                VALUE | {"valid_from": "2026-06-01"},
            ],
            "values-1-valid_from",
            "Another value is still valid on that day: end it before.",
        ),
        (
            [VALUE, VALUE],
            "values-1-valid_from",
            "Another value has no beginning either: say when this one begins.",
        ),
        ([VALUE | {"source_url": "w w w"}], "values-0-source_url", ADDRESS),
    ],
    ids=["ends first", "nothing", "overlap", "two without start", "no address"],
)
def test_a_figures_value_is_refused_beside_its_field(editor, values, field, message):
    form, beside = figure(editor, *values)

    assert beside == {field: message}
    assert form.select_one("[name=names_en]")["value"] == "Ceiling"
    assert not Figure.objects.exists()


def test_a_value_left_open_ends_where_the_next_begins(editor):
    data = {"names_en": "Ceiling", "slug": "ceiling"}
    values = [VALUE | {"valid_from": "2025-01-01"}, VALUE | {"valid_from": "2026-01-01"}]
    address = reverse("wagtailsnippets_resources_figure:add")

    editor.post(address, nested_form_data({**data, "values": inline_formset(values)}))

    assert Figure.objects.get().values.count() == 2


def test_lists_of_entries_speak_of_entries(editor):
    form, _beside = figure(editor)
    assert "At least 1 entry is needed." in form.text

    same = VALUE | {"valid_from": "2026-01-01"}
    form, _beside = figure(editor, same, same)
    assert "Two entries have the same “valid from”." in form.text


def test_what_is_taken_says_so_without_a_word_of_slugs(editor):
    FigureFactory(slug="ceiling")
    Skill.objects.create(name="Oboe", slug="oboe")

    assert figure(editor, VALUE)[1] == {"slug": TAKEN}
    assert figure(editor, VALUE, slug="a b")[1] == {"slug": LETTERS}
    assert snippet(editor, "directory_skill", {"name": "oboe", "slug": "oboe"})[1] == {
        "name": "There is already a skill with this name.",
        "slug": TAKEN,
    }


@pytest.mark.parametrize(
    ("slug", "message"),
    [
        ("same", "Another page in the same place has this address part. Choose another one."),
        ("a/b", LETTERS),
    ],
)
def test_a_pages_address_part_is_refused_in_plain_words(editor, slug, message):
    GuidePageFactory(language="en", slug="same")
    parent = ResourcesPage.objects.get(locale__language_code="en")
    body = streamfield([("section", {"heading": "First", "text": rich_text("")})])
    data = {"title": "Kept", "slug": slug, "introduction": "For all.", "body": body}

    form, beside = page(editor, "resources", "guidepage", parent, data)

    assert beside == {"slug": message}
    assert (
        form.select_one("[name=title]").get("value", form.select_one("[name=title]").text).strip()
        == "Kept"
    )


def test_a_price_is_refused_beside_its_field(editor):
    parent = ResourcesPage.objects.get(locale__language_code="en")
    rows = [PRICE | {"low": "100"}, PRICE | {"high": "20"}, PRICE | {"year": "26"}]
    data = {"title": "Prices", "slug": "prices", "introduction": "Observed."}

    _form, beside = page(
        editor, "resources", "pricelistpage", parent, {**data, "rows": inline_formset(rows)}
    )

    assert beside == {
        "rows-0-low": "The low price is above the typical one.",
        "rows-1-high": "The typical price is above the high one.",
        "rows-2-year": "Give the year with four digits, like 2026.",
    }
    assert not PriceRow.objects.exists()


def test_an_events_wrong_fields_are_refused_beside_them(editor):
    data = {
        "title": "Engraving",
        "slug": "engraving",
        "event_type": "workshop",
        "body": rich_text(""),
        "state": "announced",
        "format": "on-site",
        "free": "on",
        "registration": "here",
        "capacity": "-3",
        "locality": "Atlantis",
        "online_url": "zoom room",
        "sessions": inline_formset([{"start": "2026-05-02 18:00", "end": "2026-05-01 20:00"}]),
        "people": inline_formset([{"profile": "", "name": "", "role": "speaker"}]),
        "questions": inline_formset([]),
        "programme": inline_formset([]),
        "documents": streamfield([]),
        "pictures": streamfield([]),
        "recap": streamfield([]),
        "registration_for": "event",
        "max_persons": "1",
    }

    _form, beside = page(editor, "events", "eventpage", events.agenda(), data)

    assert beside == {
        "sessions-0-end": "The end must not be before the start.",
        "people-0-name": "Choose a profile or write a name.",
        "capacity": "Ensure this value is greater than or equal to 0.",
        "locality": "We do not know a place called “Atlantis”. Did you mean: Altwies?",
        "online_url": ADDRESS,
    }


def test_a_document_that_is_none_is_told_once(editor):
    _form, beside = said(editor, reverse("wagtaildocs:add"), {"title": "Minutes"})

    assert beside == {"file": "This field is required."}
