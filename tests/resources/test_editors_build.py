"""An editor makes each kind of resource from nothing, by what the forms say."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from resources.models import GuidePage, Need, Organisation, ResourcesPage
from tests.factories.resources import FigureFactory, OrganisationsPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def resources(editor):
    return ResourcesPage.objects.get(locale__language_code="en")


def required(form):
    """What the form itself says has to be filled in."""
    marks = form.select(".w-required-mark")
    labels = [mark.find_parent("label") for mark in marks]
    return {label["for"].removeprefix("id_") for label in labels if label and label.get("for")}


def form_at(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def pages(kind, parent):
    return reverse("wagtailadmin_pages:add", args=["resources", kind, parent.pk])


def publish(client, address, data, **ticked):
    sent = {"comments": inline_formset([]), "action-publish": "1", **data}
    response = client.post(address, {**nested_form_data(sent), **ticked})
    assert response.status_code == 302, response.context["form"].errors


def test_what_may_stand_below_the_resources_is_offered_there(client, resources):
    found = form_at(client, reverse("wagtailadmin_pages:add_subpage", args=[resources.pk]))

    links = {link["href"] for link in found.select("a[href*='/add/resources/']")}
    helping = ("guidepage", "checklistpage", "pricelistpage", "trainingpage")
    for kind in (*helping, "organisationspage", "trainingspage", "gapspage"):
        assert pages(kind, resources) in links


def test_a_guide_from_nothing(client, resources):
    figure = FigureFactory(names={"en": "Ceiling"})
    address = pages("guidepage", resources)
    assert required(form_at(client, address)) >= {"title", "introduction"}
    named = f'<p>Up to <embed embedtype="figure" id="{figure.pk}"/>.</p>'
    text = rich_text(named, features=["figure"])
    data = {
        "title": "Selling at a fair",
        "slug": "selling-at-a-fair",
        "introduction": "For whoever takes a stand for the first time.",
        "body": streamfield(
            [
                ("section", {"heading": "Before the fair", "text": text}),
                ("callout", callout("Nobody pays what you signed before asking.")),
                ("questions", questions("Alone?", "Two of you is better.")),
                ("coming", {"heading": "", "words": "fair", "branch": ""}),
            ]
        ),
        "reviewed_on": "2026-05-04",
        "reviewed_by": "The cluster",
    }

    publish(client, address, data, purposes=["export"])

    guide = GuidePage.objects.get()
    page = BeautifulSoup(Client().get(guide.url).text, "html.parser")
    assert page.select_one(".figure-in-text").text == "50,000\xa0€"
    assert page.select_one(".callout--trap")
    assert [one.text for one in page.select(".contents li")] == ["Before the fair"]
    assert "by The cluster" in page.select_one(".reviewed").text
    home = BeautifulSoup(Client().get("/en/resources/").text, "html.parser")
    assert home.select_one("section[aria-labelledby=export] h3").text == "Selling at a fair"


def callout(text):
    return {
        "kind": "trap",
        "text": rich_text(f"<p>{text}</p>"),
        "source_name": "",
        "source_url": "",
    }


def questions(question, answer):
    one = {"value": {"question": question, "answer": rich_text(f"<p>{answer}</p>")}}
    listed = {"0": {**one, "deleted": "", "order": "0", "type": "item", "id": ""}, "count": "1"}
    return {"heading": "", "questions": listed}


def test_a_checklist_from_nothing(client, resources):
    bound = FigureFactory(names={"en": "Threshold"})
    address = pages("checklistpage", resources)
    assert required(form_at(client, address)) >= {"title", "introduction"}
    data = {
        "title": "Launching a pitch",
        "slug": "launching-a-pitch",
        "introduction": "For whoever asks agencies for ideas.",
        "items": streamfield(
            [
                ("item", checklist_item("Publish the criteria", days_before="42")),
                ("item", checklist_item("Answer to the losers", phase="after", doors=("launch",))),
                ("item", checklist_item("Ask for an opinion", above=str(bound.pk))),
            ]
        ),
    }

    publish(client, address, data)

    said = {"door": "answer", "deadline": "2026-12-24", "amount": "1000"}
    page = BeautifulSoup(Client().get("/en/resources/launching-a-pitch/", said).text, "html.parser")
    shown = page.select_one(".checklist").get_text(" ", strip=True)
    assert "Publish the criteria" in shown
    assert "12 November 2026" in shown
    assert "Answer to the losers" not in shown
    assert "Ask for an opinion" not in shown


def checklist_item(title, **different):
    """As the form sends an item that applies to everybody, with what is different."""
    plain = {"explanation": rich_text(""), "above": "", "days_before": "", "phase": "before"}
    everybody = {
        "doors": ("launch", "answer"),
        "kinds": ("tender", "contest"),
        "buyers": ("central", "public", "private"),
        "procedures": ("private", "free", "three", "national", "european"),
    }
    nowhere = {"figures": {"count": "0"}, "source_name": "", "source_url": ""}
    return {"title": title, **plain, **everybody, **nowhere, **different}


def test_a_price_list_from_nothing_and_a_range_upside_down_is_refused(client, resources):
    address = pages("pricelistpage", resources)
    assert required(form_at(client, address)) >= {"title", "introduction"}
    row = {
        "services_en": "Portrait photograph",
        "unit": "hour",
        "low": "60",
        "typical": "80",
        "high": "120",
        "observations": "12",
        "year": "2026",
        "source_name_en": "Survey",
        "source_url": "https://example.org/survey",
        "certainty": "secondary",
        "ORDER": "1",
    }
    data = {
        "title": "Photographs",
        "slug": "photographs",
        "introduction": "What photographs were sold for.",
        "rows": inline_formset([row]),
    }

    upside_down = {**data, "rows": inline_formset([{**row, "low": "90"}])}
    sent = {"comments": inline_formset([]), "action-publish": "1", **upside_down}
    refused = BeautifulSoup(client.post(address, nested_form_data(sent)).text, "html.parser")
    publish(client, address, data)

    errors = [found.text.strip() for found in refused.select(".w-field__errors")]
    assert "The low price is above the typical one." in errors
    page = BeautifulSoup(Client().get("/en/resources/photographs/").text, "html.parser")
    assert "Portrait photograph" in page.select_one("#results").text
    assert "1 price" in page.select_one("#results-heading").text


def test_a_training_from_nothing_and_without_its_school_it_is_refused(client, resources):
    address = pages("trainingpage", resources)
    empty = {name: rich_text("") for name in ("admission", "dates", "fee", "outcome")}
    data = {
        **empty,
        "title": "Game design",
        "slug": "game-design",
        "introduction": "Two years.",
        "level": "bts",
        "programme": rich_text("<p>Games.</p>"),
        "open_days": streamfield([]),
    }
    assert required(form_at(client, address)) >= {"title", "school", "level"}

    sent = nested_form_data({"comments": inline_formset([]), "action-publish": "1", **data})
    refused = BeautifulSoup(client.post(address, sent).text, "html.parser")
    publish(client, address, {**data, "school": "Lycée"})

    errors = [found.text.strip() for found in refused.select(".w-field__errors")]
    assert "This field is required." in errors
    assert "Lycée" in Client().get("/en/resources/game-design/").text


def test_a_need_and_who_meets_it_from_nothing(client, resources):
    OrganisationsPageFactory(language="en")
    shown = "/en/resources/organisations/"
    need = {"names_en": "A first client", "slug": "client", "purpose": "export", "position": "1"}
    client.post(reverse(Need.snippet_viewset.get_url_name("add")), need)
    assert (
        "A first client"
        in BeautifulSoup(Client().get(shown).text, "html.parser").select_one(".unmet").get_text()
    )

    client.post(
        reverse(Organisation.snippet_viewset.get_url_name("add")),
        {
            "names_en": "Office",
            "slug": "office",
            "url": "https://example.org/",
            "needs": [Need.objects.get().pk],
            "locality": "esch-sur-alzette",
            "certainty": "official",
        },
    )

    page = BeautifulSoup(Client().get(shown).text, "html.parser")
    assert page.select_one(".unmet") is None
    assert [one.text for one in page.select(".organisation__name")] == ["Office"]
    assert page.select_one("#map-dots circle")
