"""What people say is missing: asked below every section, merged by editors, public as gaps."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from directory.branches import plant_branches
from directory.models import Branch
from resources.models import Gap, GapReport
from tests.factories.resources import (
    GapFactory,
    GapReportFactory,
    GapsPageFactory,
    GuidePageFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
GUIDE = "/en/resources/exporter/"
FORM = f"{GUIDE}missing/"
SUMMARY = "/en/resources/manques/"
LIST = "wagtailsnippets_resources_gapreport:list"


def soup(response):
    return BeautifulSoup(response.text, "html.parser")


def texts(page, selector):
    return [" ".join(found.get_text().split()) for found in page.select(selector)]


@pytest.fixture
def guide():
    return GuidePageFactory(language="en", slug="exporter")


def test_every_section_asks_and_the_page_itself_stays_kept(client, guide):
    response = client.get(GUIDE)
    links = [link["href"] for link in soup(response).select(".section-feedback a")]

    assert links == [
        f"{FORM}?section=avant-de-partir&useful=yes",
        f"{FORM}?section=avant-de-partir&useful=no",
    ]
    assert not response.cookies
    form = soup(client.get(links[1]))
    assert form.select_one("[name=section] [selected]")["value"] == "avant-de-partir"
    assert form.select_one("[name=useful][checked]")["value"] == "no"


def test_what_is_said_is_kept_once_with_its_section_and_branch(client, guide):
    plant_branches()
    branch = Branch.objects.first()
    key = soup(client.get(FORM)).select_one("[name=key]")["value"]
    data = {"key": key, "section": "avant-de-partir", "useful": "no", "branch": branch.pk}
    data["text"] = "Un modèle de contrat"

    answers = [client.post(FORM, data) for _twice in range(2)]

    assert [answer["Location"] for answer in answers] == ["?done", "?done"]
    kept = GapReport.objects.get()
    assert (kept.page_id, kept.heading, kept.branch) == (guide.pk, "Avant de partir", branch)
    assert (kept.useful, kept.text, kept.language) == (False, "Un modèle de contrat", "en")


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        ({}, 0),
        ({"useful": "maybe", "text": "x"}, 0),
        ({"section": "nowhere", "text": "x"}, 0),
        ({"branch": "9" * 30, "text": "x"}, 0),
        ({"text": "\0"}, 0),
        ({"text": "x" * 2001}, 0),
        ({"website": "spam", "text": "x"}, 0),
        ({"useful": "yes", "key": "no key"}, 1),
    ],
)
def test_nonsense_is_told_beside_its_field_and_nothing_typed_is_lost(client, guide, data, kept):
    response = client.post(FORM, data)

    assert GapReport.objects.count() == kept
    if not kept and "website" not in data:
        assert response.status_code == 422
        assert len(soup(response).select(".field--invalid")) == 1
        typed = data.get("text", "").replace("\0", "")
        assert soup(response).select_one("[name=text]").text.strip().startswith(typed[:5])


def test_only_what_stands_below_the_resources_can_be_spoken_of(client, guide):
    GuidePageFactory(language="en", slug="entwurf", draft=True)

    for address in ("entwurf", "nope"):
        assert client.get(f"/en/resources/{address}/missing/").status_code == 404
    assert client.get("/en/events/nope/missing/").status_code == 404
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(FORM, {"text": "x"}).status_code == 403


def test_editors_merge_what_says_the_same_and_everybody_reads_one_gap(client, editor, guide):
    GapsPageFactory(language="en")
    plant_branches()
    branch = Branch.objects.first()
    said = [
        GapReportFactory(page=guide, heading="Avant de partir", branch=branch),
        GapReportFactory(page=guide, heading="Avant de partir", text="Kontrakt"),
    ]
    GapReportFactory(text="Autre chose")
    assert "3 gaps reported" in client.get("/admin/").text
    merging = {"app_label": "resources", "model_name": "gapreport", "action": "merge"}
    action = reverse("wagtail_bulk_action", kwargs=merging)
    chosen = "&".join(f"id={one.pk}" for one in said)

    refused = client.post(f"{action}?{chosen}", {"gap": "", "title": ""})
    client.post(f"{action}?{chosen}", {"gap": "", "title": "A model contract"})

    assert "Choose a gap, or say what is missing." in refused.text
    gap = Gap.objects.get()
    assert gap.reports.count() == 2
    waiting = client.get(f"{reverse(LIST)}?state=waiting").context["object_list"]
    assert [one.text for one in waiting] == ["Autre chose"]
    page = soup(Client().get(SUMMARY))
    assert texts(page, "main h2") == ["Noted"]
    assert texts(page, ".gap__title, .gap__count, .gap__sections li, .gap__branches") == [
        "A model contract",
        "2 people said so",
        "Exporter · Avant de partir (2)",
        f"{branch.name_in('en')} (1)",
    ]


def test_the_summary_shows_neither_hidden_gaps_nor_pages_that_are_closed(client, guide):
    GapsPageFactory(language="en")
    GapReportFactory(gap=GapFactory(is_public=False, titles={"en": "Geheim"}))
    GapReportFactory(
        gap=GapFactory(status="done", answers={"en": "Voir le guide"}),
        page=GuidePageFactory(language="en", title="Geheim", draft=True),
        heading="Geheim",
        text="Geheim",
    )

    page = soup(client.get(SUMMARY))

    assert "Geheim" not in page.get_text()
    assert texts(page, "main h2") == ["Done"]
    assert texts(page, ".gap p:nth-of-type(2)") == ["Voir le guide"]


def test_editors_see_how_useful_each_section_was(client, editor, guide):
    GapReportFactory(page=guide, heading="Avant", useful=True, text="")
    GapReportFactory(page=guide, heading="Avant", useful=True, text="")
    GapReportFactory(page=guide, heading="Avant", useful=False)

    rows = client.get(reverse("section_answers")).context["object_list"]

    assert [(row["heading"], row["yes"], row["no"], row["missing"]) for row in rows] == [
        ("Avant", 2, 1, 1)
    ]
    assert client.get(f"{reverse('section_answers')}?export=csv").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_summary_costs_the_same_whatever_is_missing(
    client, guide, number, django_assert_num_queries
):
    GapsPageFactory(language="en")
    for gap in GapFactory.create_batch(number):
        GapReportFactory.create_batch(number, gap=gap, page=guide)
    client.get(SUMMARY)

    with django_assert_num_queries(6):
        client.get(SUMMARY)
