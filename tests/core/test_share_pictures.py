"""What is shown of a page where its address is shared."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from PIL import Image

from cluster.core.share_drawing import draw, fitted
from tests.factories import home as make
from tests.factories.directory import branch, profile

pytestmark = pytest.mark.django_db


def shared(client: Client, address: str) -> str:
    page = BeautifulSoup(client.get(address).text, "html.parser")
    return page.select_one('meta[property="og:image"]')["content"].removeprefix(
        "http://127.0.0.1:8000"
    )


def test_a_page_without_picture_is_shared_with_one_drawn_of_its_title(client: Client, tree):
    make.news()

    answer = client.get(shared(client, "/fr/actualites/une-nouvelle/"))

    drawn = Image.open(BytesIO(answer.content))
    assert (drawn.format, drawn.size, answer["Content-Type"]) == ("PNG", (1200, 630), "image/png")
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert len(answer.content) < 60 * 1024


def test_a_profile_without_picture_is_shared_in_its_branches_colours(client: Client, tree):
    profile("Anna Weber", branches=[branch("music", 12, fr="Musique")])

    address = shared(client, "/fr/annuaire/anna-weber/")

    drawn = Image.open(BytesIO(client.get(address).content)).convert("RGB")
    assert (0xB5, 0x2A, 0x7C) in {colour for _many, colour in drawn.getcolors()}


def test_the_address_changes_with_the_title_and_the_old_one_is_gone(client: Client, tree):
    news = make.news()
    before = shared(client, "/fr/actualites/une-nouvelle/")
    news.title = "Une autre"
    draft = news.save_revision()
    assert shared(client, "/fr/actualites/une-nouvelle/") == before

    draft.publish()

    after = shared(client, "/fr/actualites/une-nouvelle/")
    assert [client.get(one).status_code for one in (before, after)] == [404, 200]


def test_nothing_is_drawn_of_what_nobody_may_read(client: Client, tree):
    news = make.news()
    address = shared(client, "/fr/actualites/une-nouvelle/")
    news.unpublish()

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("asked", ["?x=1", "x", "/"])
def test_there_is_one_address_for_one_picture(client: Client, tree, asked):
    make.news()
    address = shared(client, "/fr/actualites/une-nouvelle/")

    assert client.get(address + asked).status_code == 404
    assert client.get(f"/share/{'9' * 30}-abc.png").status_code == 404


@pytest.mark.parametrize("title", ["", "é ß ä œ", "Mot " * 500, "x" * 5000, "line\nline", "日本"])
def test_any_title_fits(title):
    _font, lines = fitted(title)

    assert len(lines) <= 4
    assert Image.open(BytesIO(draw(title, title, (1, 2), "Cluster"))).size == (1200, 630)
