"""The pictures everybody gets: small, in the sizes shown; AVIF is made when nobody waits."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from PIL import Image
from wagtail.images.rect import Rect

from cluster.media.models import CustomImage
from cluster.media.renditions import CARD, LARGE, make_avif, picture_of
from cluster.media.smaller_pictures import left_for_later
from tests.factories import home as make
from tests.factories.directory import profile

from .files import picture, upload

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary files of renditions to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def image(size=(2000, 1500), **fields):
    return CustomImage.objects.create(title="A", file=upload(picture(size=size), "a.jpg"), **fields)


def widths(sizes):
    return [one["width"] for one in sizes]


def test_a_picture_is_webp_until_avif_is_made_and_then_both():
    shown = image()
    before = picture_of(shown, LARGE, "A door")

    assert (widths(before["srcset"]), before["avif"]) == ([480, 960, 1600], [])
    assert (before["width"], before["height"], before["alt"]) == (960, 720, "A door")
    assert make_avif(shown, LARGE)
    after = picture_of(shown, LARGE, "A door")
    assert (after["srcset"], widths(after["avif"])) == (before["srcset"], [480, 960, 1600])
    assert not make_avif(shown, LARGE)


def test_a_small_picture_comes_in_no_size_it_does_not_have():
    assert widths(picture_of(image((500, 400)), LARGE, "")["srcset"]) == [480, 500]
    assert widths(picture_of(image((40, 20)), CARD, "")["srcset"]) == [28]


def test_what_is_avif_by_its_name_is_avif():
    made = image().get_rendition("width-100|format-avif")

    with made.file.open("rb") as file:
        assert Image.open(file).format == "AVIF"


def test_a_crop_follows_what_an_editor_said_matters():
    shown = image((900, 300))
    middle = picture_of(shown, CARD, "")["url"]
    shown.set_focal_point(Rect(750, 100, 850, 200))
    shown.save()

    assert picture_of(shown, CARD, "")["url"] != middle


def test_a_picture_whose_file_is_gone_is_none():
    lost = image()
    lost.file.storage.delete(lost.file.name)

    assert picture_of(lost, LARGE, "") is None


def sources(client: Client, address: str, select: str) -> list[str]:
    page = BeautifulSoup(client.get(address).text, "html.parser")
    return [source["type"] for source in page.select(f"{select} source")]


def test_what_editors_publish_is_shown_as_avif_once_it_is_made(
    client: Client, tree, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        make.news(image=image(), body=[("image", {"image": image(), "caption": ""})])

    assert sources(client, "/fr/actualites/une-nouvelle/", "figure") == ["image/avif"] * 2
    assert sources(client, "/fr/actualites/", ".news-item") == ["image/avif"]


def test_a_profile_shows_its_pictures_as_avif_once_they_are_made(
    client: Client, tree, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        profile("Anna Weber", image=image())

    assert sources(client, "/fr/annuaire/", ".card") == ["image/avif"]
    assert sources(client, "/fr/annuaire/anna-weber/", ".profile__portrait") == ["image/avif"]
    [item] = client.get("/api/v1/directory/profiles/").json()["items"]
    assert sorted(item["image"]) == ["alt", "height", "url", "width"]


def test_what_was_left_for_later_is_made_by_the_command_and_only_once(
    client: Client, tree, django_capture_on_commit_callbacks, capsys
):
    with django_capture_on_commit_callbacks(execute=True), left_for_later():
        make.news(image=image())
        profile("Anna Weber", image=image())
    before = sources(client, "/fr/actualites/", ".news-item") + sources(
        client, "/fr/annuaire/", ".card"
    )
    with django_capture_on_commit_callbacks(execute=True):
        call_command("make_smaller_pictures")
    made = CustomImage.get_rendition_model().objects.count()
    call_command("make_smaller_pictures")

    assert before == []
    assert sources(client, "/fr/actualites/", ".news-item") == ["image/avif"]
    assert sources(client, "/fr/annuaire/", ".card") == ["image/avif"]
    assert CustomImage.get_rendition_model().objects.count() == made
    assert "pictures of 1 of 1 profiles" in capsys.readouterr().out


@pytest.mark.parametrize("many", [1, 3])
def test_pictures_in_a_list_of_news_cost_no_query_each(
    client: Client, tree, many, django_assert_num_queries, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(many):
            make.news(title=f"Nouvelle {number}", slug=f"nouvelle-{number}", image=image())
    client.get("/fr/actualites/")

    with django_assert_num_queries(4):
        client.get("/fr/actualites/")
