"""What an editor sees of a block before choosing it."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.admin.blocks import offered
from tests.factories.members import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
BLOCKS = offered()


@pytest.fixture
def editor(client):
    user = MemberFactory(editor=True)
    client.force_login(user)
    client.user = user
    return client


def language_of_the_admin(user, language):
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})


def preview(editor, block):
    response = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def test_the_streams_of_all_pages_offer_these():
    assert sorted(block.name for block in BLOCKS) == [
        "call_to_action",
        "callout",
        "coming",
        "country",
        "document",
        "downloads",
        "event",
        "figures",
        "heading",
        "helpers",
        "image",
        "image",
        "item",
        "questions",
        "quote",
        "section",
        "steps",
        "text",
    ]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_a_block_says_what_it_is_and_shows_it(editor, block):
    assert block.meta.icon != "placeholder"
    assert str(block.label)
    assert str(block.get_description())
    assert block.is_previewable

    page = preview(editor, block)

    assert page.main.text.strip() or page.main.select_one("svg")
    sheets = [link["href"].rpartition("/")[2] for link in page.select("link[rel=stylesheet]")]
    assert sheets[1:] == ["home.css", "resources.css", "guide.css"]


def test_a_preview_speaks_the_editors_language(editor):
    block = next(block for block in BLOCKS if block.name == "callout")
    language_of_the_admin(editor.user, "de")

    page = preview(editor, block)

    assert page.html["lang"] == "de"
    assert page.select_one(".callout__kind").text == "Falle"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_preview_has_the_theme_of_the_admin(editor, theme):
    UserProfile.objects.update_or_create(user=editor.user, defaults={"theme": theme})

    assert preview(editor, BLOCKS[0]).html["data-theme"] == theme
