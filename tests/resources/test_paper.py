"""A guide on paper: tagged, with contents and its language, small, and never from outside."""

import re
import zlib
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError

from cluster.media.uploads import clean_upload
from resources.checks import guides_can_be_written_as_pdf
from resources.paper import writing
from tests.factories.resources import FigureFactory, GuidePageFactory, OrganisationFactory
from tests.media.files import picture, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
PDF = "/fr/ressources/exporter/guide.pdf"
SECTIONS = 12
possible = pytest.mark.skipif(
    not writing.is_possible(), reason="Pango is not installed: see README"
)


def guide():
    figure, organisation = FigureFactory(), OrganisationFactory()
    outside = '<p><img src="https://example.org/x.png"><a href="https://example.org/">Plus</a></p>'
    body = []
    for number in range(SECTIONS):
        text = f"<p>{'Demandez d’abord, signez ensuite. ' * 40}</p>{outside}"
        body += [
            ("section", {"heading": f"Partie {number}", "text": text}),
            ("steps", {"heading": "", "steps": [{"title": "Demander", "text": "<p>Tôt</p>"}]}),
            ("figures", {"heading": "", "figures": [figure]}),
            (
                "helpers",
                {
                    "heading": "",
                    "shown_as": "table",
                    "items": [{"organisation": organisation, "figures": [figure], "catch": "Oui"}],
                },
            ),
        ]
    return GuidePageFactory(slug="exporter", title="Exporter", body=body)


def streams(content):
    """What is packed within, unpacked: objects and texts, not typefaces alone."""
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        with suppress(zlib.error):
            yield zlib.decompress(packed)


@possible
def test_a_guide_of_twelve_sections_is_a_tagged_pdf_below_a_megabyte(client):
    guide()

    response = client.get(PDF)
    content = response.content
    inside = content + b"".join(streams(content))

    assert response["Content-Type"] == "application/pdf"
    assert "exporter.pdf" in response["Content-Disposition"]
    assert len(content) < 1_000_000
    assert b"/MarkInfo" in inside
    assert b"/StructTreeRoot" in inside
    assert re.search(rb"/Lang ?\(fr\)", inside)
    assert b"pdfuaid" in inside
    assert len(re.findall(rb"/S ?/H2\b", inside)) == SECTIONS + 1
    assert b"/Outlines" in inside


@possible
def test_a_process_that_has_written_one_still_refuses_a_picture_that_breaks_off():
    writing.pdf_of('<html lang="fr"><title>Fini</title><p>Fini</p>')

    with pytest.raises(ValidationError) as caught:
        clean_upload(upload(picture(size=(900, 900))[:-400], "cut.jpg"))
    assert caught.value.code == "damaged"


@possible
def test_the_same_words_are_laid_out_once(client, monkeypatch):
    GuidePageFactory(slug="exporter")
    written = []
    monkeypatch.setattr(writing, "_written", lambda html: written.append(html) or b"%PDF")

    answers = [client.get(address).content for address in (PDF, f"{PDF}?anything=1")]

    assert answers == [b"%PDF", b"%PDF"]
    assert len(written) == 1


def test_where_none_can_be_written_none_is_offered_and_the_start_says_why(client, monkeypatch):
    GuidePageFactory(slug="exporter")
    monkeypatch.setattr(writing, "is_possible", lambda: False)

    assert client.get(PDF).status_code == 404
    assert "guide.pdf" not in client.get("/fr/ressources/exporter/").text
    assert [one.id for one in guides_can_be_written_as_pdf(None)] == ["resources.I001"]


def test_a_draft_is_on_no_paper(client):
    GuidePageFactory(slug="exporter", draft=True)

    assert client.get(PDF).status_code == 404
