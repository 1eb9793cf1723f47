"""What an event's page says once it is over."""

import pytest
from bs4 import BeautifulSoup

from cluster.media.models import CustomDocument, CustomImage
from tests.factories import events as make
from tests.media.files import PDF, picture, upload

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("tree"),
    # Wagtail leaves the temporary files of renditions to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture
def recap():
    image = CustomImage.objects.create(title="Hall", file=upload(picture(), "hall.jpg"))
    slides = CustomDocument.objects.create(title="Slides", file=upload(PDF, "slides.pdf"))
    image.contextual_alt_text, image.decorative = "The hall", False
    return [
        ("text", "<p>Ninety people came.</p>"),
        ("image", {"image": image, "caption": "At nine", "credit": ""}),
        ("document", {"document": slides, "title": "The talk's slides"}),
        ("document", {"document": slides, "title": ""}),
    ]


def test_words_pictures_and_documents_stand_on_its_page_when_it_is_over(client, recap):
    now = make.timezone.now()
    make.event(slug="passe", recap=recap, sessions=[make.session(now - 2 * make.DAY)])

    shown = BeautifulSoup(client.get("/fr/agenda/passe/").text, "html.parser").select_one(
        ".event__recap"
    )

    assert "Ninety people came." in shown.text
    assert shown.img["alt"] == "The hall"
    links = [(one.text, one["href"].rpartition("/")[2]) for one in shown.select(".download a")]
    assert links == [("The talk's slides", "slides.pdf"), ("Slides", "slides.pdf")]


@pytest.mark.parametrize("state", ["announced", "cancelled"])
def test_nothing_of_it_is_shown_before_or_where_it_did_not_take_place(client, recap, state):
    days = 1 if state == "announced" else -2
    start = make.timezone.now() + days * make.DAY
    make.event(slug="autre", recap=recap, state=state, sessions=[make.session(start)])

    assert "Ninety people came." not in client.get("/fr/agenda/autre/").text
