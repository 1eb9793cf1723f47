"""A figure named in a sentence is read from the register whenever the sentence is shown."""

import datetime as dt
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import ReferenceIndex
from wagtail.rich_text import expand_db_html

from resources.models import FigureValue
from tests.factories.resources import (
    AdvanceSimulatorPageFactory,
    ChecklistPageFactory,
    FigureFactory,
    GuidePageFactory,
    HourlyRatePageFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


def named(figure):
    return f'<embed embedtype="figure" id="{figure.pk}"/>'


def sentence(client):
    page = BeautifulSoup(client.get("/fr/ressources/exporter/").text, "html.parser")
    return " ".join(page.select_one(".guide__body p").get_text().split())


def test_a_change_in_the_register_changes_the_sentence(client):
    figure = FigureFactory()
    text = f"<p>Jusqu’à {named(figure)}, rien.</p>"
    GuidePageFactory(slug="exporter", body=[("section", {"heading": "TVA", "text": text})])
    assert sentence(client) == "Jusqu’à 50 000 € (depuis le 01/01/2025, AED), rien."

    FigureValue.objects.update(
        amount=Decimal("60000"), to_confirm=True, next_review=dt.date(2025, 1, 2)
    )

    assert sentence(client) == (
        "Jusqu’à 60 000 € (depuis le 01/01/2025, AED; source officielle · à confirmer;"
        " à vérifier depuis le 02/01/2025), rien."
    )


def test_a_figure_that_is_gone_leaves_the_sentence_whole_and_one_without_value_says_so(client):
    gone, empty = FigureFactory(), FigureFactory(value=None)
    text = f"<p>Un {named(gone)}deux {named(empty)}.</p>"
    GuidePageFactory(slug="exporter", body=[("section", {"heading": "TVA", "text": text})])
    gone.delete()

    assert sentence(client) == "Un deux Plafond: Pas de valeur à ce jour."


def test_the_editors_window_keeps_which_figure_it_is(db):
    figure = FigureFactory(names={"en": "Ceiling"})
    converter = ContentstateConverter(features=["bold", "figure"])
    stored = f'<p data-block-key="a">Up to {named(figure)} <b>a</b> year</p>'

    shown = converter.from_database_format(stored)

    assert '"text": "Up to Ceiling a year"' in shown
    assert converter.to_database_format(shown) == stored


@pytest.mark.parametrize(
    "attribute", ["", ' id=""', ' id="x"', f' id="{"9" * 40}"', ' id="\u00b2"']
)
def test_a_figure_that_no_window_would_send_leaves_the_text_readable(client, attribute):
    text = f'<p>Un <embed embedtype="figure"{attribute}/>deux.</p>'

    page = GuidePageFactory(slug="exporter", body=[("section", {"heading": "TVA", "text": text})])

    ReferenceIndex.create_or_update_for_object(page)
    assert sentence(client) == "Un deux."
    assert "?deux." in ContentstateConverter(features=["figure"]).from_database_format(text)


def test_other_texts_of_the_site_may_name_figures_too(db, django_assert_num_queries):
    figures = FigureFactory.create_batch(3)
    with django_assert_num_queries(1):
        html = expand_db_html("".join(named(figure) for figure in figures))

    assert html.count("figure-in-text__source") == 3


def usage_of(client, figure):
    return client.get(reverse("wagtailsnippets_resources_figure:usage", args=[figure.pk])).text


def test_the_register_knows_of_calculators_whichever_was_there_first(client, editor):
    rate = FigureFactory(slug="pension-rate")
    pages = [
        AdvanceSimulatorPageFactory(),
        HourlyRatePageFactory(),
        ChecklistPageFactory(slug="marches"),
    ]
    ceiling = FigureFactory(slug="tender-free-procedure-ceiling")
    listed = client.get(reverse("wagtailsnippets_resources_figure:list"))
    deletion = client.get(
        reverse("wagtailsnippets_resources_figure:delete", args=[ceiling.pk])
    ).text

    assert {row.slug: row.uses for row in listed.context["object_list"]} == {
        "pension-rate": 2,
        "tender-free-procedure-ceiling": 1,
    }
    links = [f"/admin/pages/{page.pk}/edit/" in usage_of(client, rate) for page in pages]
    assert links == [True, True, False]
    assert reverse("wagtailsnippets_resources_figure:usage", args=[ceiling.pk]) in deletion


def test_a_figure_that_a_calculator_reads_keeps_its_name(client, editor):
    figure = FigureFactory(slug="pension-rate")
    AdvanceSimulatorPageFactory(title="Simulateur")
    edit = reverse("wagtailsnippets_resources_figure:edit", args=[figure.pk])
    form = client.get(edit).context["form"]

    said = form.__class__({"slug": "pension"}, instance=figure, for_user=editor)

    assert "“Simulateur” calculates with “pension-rate”" in str(said.errors["slug"])


def test_a_simulator_can_be_copied(client):
    page = AdvanceSimulatorPageFactory(slug="simulateur")
    copied = page.copy(update_attrs={"slug": "simulateur-2"})

    assert copied.figures_read == page.figures_read
    assert client.get(copied.url).status_code == 200


def test_the_register_says_where_each_is_used(client, editor):
    figure, unused = FigureFactory(slug="a"), FigureFactory(slug="b")
    text = f"<p>{named(figure)}</p>"
    guide = GuidePageFactory(body=[("section", {"heading": "TVA", "text": text})])
    GuidePageFactory(body=[("figures", {"heading": "", "figures": [figure]})])

    page = client.get(reverse("wagtailsnippets_resources_figure:list"))
    rows = {row.slug: row.uses for row in page.context["object_list"]}
    usage = usage_of(client, figure)

    assert rows == {"a": 2, "b": 0}
    assert f"/admin/pages/{guide.pk}/edit/" in usage
    assert not ReferenceIndex.get_references_to(unused).exists()
