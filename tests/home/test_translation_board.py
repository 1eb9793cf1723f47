"""The board of translations: what it says of each page in each language, and where it leads."""

import csv
import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.operations import translate_object

from cluster.home.translation_states import State, in_state, originals, with_states
from tests.factories import events as make_event
from tests.factories.accounts import UserFactory
from tests.factories.home import free_page, news
from tests.factories.members import MemberFactory, confirmed_profile

pytestmark = pytest.mark.django_db
BOARD = "/admin/translations/"
MISSING = {"fr": "original", "en": "missing", "de": "missing", "lb": "missing"}


def states(page):
    row = with_states(originals()).get(translation_key=page.translation_key)
    return {code: getattr(row, f"state_{code}") for code in ("fr", "en", "de", "lb")}


def published(page, *, hours_ago):
    moment = timezone.now() - dt.timedelta(hours=hours_ago)
    Page.objects.filter(pk=page.pk).update(last_published_at=moment)
    return page


def translated(page, language, django_capture_on_commit_callbacks):
    """Kept by wagtail-localize, its words still the source's."""
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(page, [Locale.objects.get(language_code=language)])
    return Translation.objects.get(
        source__object_id=page.translation_key, target_locale__language_code=language
    )


def say_everything(translation):
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.create(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=translation.target_locale,
            data="Wort",
        )


def found(client, query=""):
    page = BeautifulSoup(client.get(f"{BOARD}?{query}").content, "html.parser")
    return {link.text.strip() for link in page.select("td.title .title-wrapper a")}


def cells(client, title):
    """(state, address) by language, in the order shown."""
    page = BeautifulSoup(client.get(BOARD).content, "html.parser")
    [row] = [
        row
        for row in page.select("table.listing tbody tr")
        if row.select_one(".title-wrapper").text.strip() == title
    ]
    return [
        (cell.select_one(".translation-state").text, cell.a and cell.a["href"])
        for cell in row.select(".translation-cell")
    ]


def test_a_page_in_one_language_is_missing_in_the_others(tree):
    assert states(news()) == MISSING


def test_what_was_written_by_hand_is_translated_until_the_original_is_published_again(tree):
    page = published(news(), hours_ago=2)
    by_hand = published(news(language="de", translation_of=page), hours_ago=1)
    assert states(page) == MISSING | {"de": "translated"}

    page.save_revision().publish()
    assert states(page) == MISSING | {"de": "outdated"}

    by_hand.save_revision().publish()
    assert states(page) == MISSING | {"de": "translated"}


def test_a_draft_of_the_original_is_nothing_to_translate_yet(tree):
    page = published(news(), hours_ago=2)
    published(news(language="de", translation_of=page), hours_ago=1)

    page.save_revision()

    assert states(page)["de"] == "translated"


def test_a_translation_that_nobody_can_read_is_not_finished(tree):
    page = news()
    news(language="de", translation_of=page, draft=True)

    assert states(page) == MISSING | {"de": "unfinished"}


def test_a_page_that_shows_its_sources_words_is_not_finished(
    tree, django_capture_on_commit_callbacks
):
    page = news()
    translation = translated(page, "de", django_capture_on_commit_callbacks)
    assert translation.get_target_instance().live
    assert states(page) == MISSING | {"de": "unfinished"}

    say_everything(translation)
    assert states(page) == MISSING | {"de": "translated"}


def test_what_is_kept_in_step_is_outdated_until_the_words_are_taken_over(
    tree, django_capture_on_commit_callbacks
):
    page = news()
    translation = translated(page, "de", django_capture_on_commit_callbacks)
    say_everything(translation)

    page.save_revision().publish()
    assert states(page) == MISSING | {"de": "outdated"}

    translation.source.update_from_db()
    assert states(page) == MISSING | {"de": "translated"}


def test_an_alias_is_no_translation(tree):
    page = news()

    page.copy_for_translation(Locale.objects.get(language_code="de"), alias=True)

    assert states(page) == MISSING


def test_profiles_and_events_that_are_over_are_left_out(client, editor):
    confirmed_profile(MemberFactory(), editor, name="Ada")
    long_ago = timezone.now() - dt.timedelta(days=9)
    make_event.event(title="Over", slug="over", sessions=[make_event.session(long_ago)])
    make_event.event(title="Coming")

    assert {"Ada", "Over", "Coming"} & found(client) == {"Coming"}


def test_each_cell_leads_to_what_an_editor_does_next(
    client, editor, django_capture_on_commit_callbacks
):
    page = published(news(title="Story"), hours_ago=2)
    by_hand = published(news(language="en", translation_of=page), hours_ago=1)
    kept = translated(page, "de", django_capture_on_commit_callbacks)
    say_everything(kept)
    page.save_revision().publish()
    german = reverse("wagtailadmin_pages:edit", args=[kept.get_target_instance().pk])
    sync = reverse("wagtail_localize:update_translations", args=[kept.source_id])

    assert cells(client, "Story") == [
        ("Original", reverse("wagtailadmin_pages:edit", args=[page.pk])),
        ("Outdated", reverse("wagtailadmin_pages:edit", args=[by_hand.pk])),
        ("Outdated", f"{sync}?next={german.replace('/', '%2F')}"),
        ("Missing", f"/admin/localize/submit/page/{page.pk}/?select_locale=lb"),
    ]
    addresses = [address for _state, address in cells(client, "Story")]
    assert [client.get(address).status_code for address in addresses] == [200] * 4


def test_a_translation_is_begun_from_its_cell(client, editor, django_capture_on_commit_callbacks):
    page = news(title="Story")
    _state, address = cells(client, "Story")[2]
    german = Locale.objects.get(language_code="de")
    form = BeautifulSoup(client.get(address).content, "html.parser")
    assert [box["value"] for box in form.select("[name=locales][checked]")] == [str(german.pk)]

    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"locales": german.pk})

    assert TranslationSource.objects.get().object_id == page.translation_key
    assert states(page) == MISSING | {"de": "unfinished"}


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("state=missing", {"Story", "About"}),
        ("state=missing&locale=de", {"About"}),
        ("state=outdated", {"Story"}),
        ("state=outdated&locale=de", {"Story"}),
        ("state=outdated&locale=en", set()),
        ("state=to-do&locale=lb", {"Story", "About"}),
        ("state=translated", set()),
        ("locale=fr", set()),
        ("q=stor", {"Story"}),
        ("state=nonsense&locale=xx", {"Story", "About"}),
        ("ordering=nonsense&p=99", {"Story", "About"}),
    ],
)
def test_the_board_is_narrowed_by_state_language_and_words(client, editor, query, kept):
    page = published(news(title="Story"), hours_ago=1)
    published(news(language="de", translation_of=page), hours_ago=2)
    free_page(title="About")

    assert {"Story", "About"} & found(client, query) == kept


def test_the_board_is_narrowed_by_kind(client, editor):
    page = news(title="Story")
    free_page(title="About")

    assert found(client, f"content_type={page.content_type_id}") == {"Story"}


@pytest.mark.parametrize("many", [1, 3])
def test_the_board_costs_the_same_for_one_page_and_for_three(
    client, editor, many, django_capture_on_commit_callbacks
):
    for number in range(many):
        page = news(title=f"Story {number}", slug=f"story-{number}")
        news(language="en", translation_of=page, slug=f"story-{number}")
        translated(page, "de", django_capture_on_commit_callbacks)
    client.get(BOARD)

    with CaptureQueriesContext(connection) as queries:
        assert len(found(client, "state=unfinished")) == many

    assert len(queries) == 14


def test_the_board_is_downloaded_as_it_is_narrowed(client, editor):
    news(title="=1+1")

    table = client.get(f"{BOARD}?q=1%2B1&export=csv")
    [row] = csv.DictReader(b"".join(table.streaming_content).decode().splitlines())

    assert (row["Title"], row["Kind of page"]) == ("'=1+1", "News")
    assert (row["French"], row["German"]) == ("Original", "Missing")


def test_who_may_not_publish_reads_no_board(client, tree):
    writer = UserFactory()
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    writer.groups.add(group)
    client.force_login(writer)

    assert client.get(BOARD).status_code == 302


def test_who_may_not_translate_is_told_and_led_nowhere(client, editor):
    news(title="Story")
    group = Group.objects.get(name="Editors")
    group.permissions.remove(Permission.objects.get(codename="submit_translation"))

    assert cells(client, "Story")[1] == ("Missing", None)


def test_what_waits_is_on_the_first_screen(client, editor):
    page = published(news(title="Story"), hours_ago=1)
    published(news(language="de", translation_of=page), hours_ago=2)

    shown = BeautifulSoup(client.get("/admin/").content, "html.parser")
    panel = shown.select_one("#translations-section")

    assert panel.select_one("[data-panel-heading-text]").text == (
        "1 page to translate or bring up to date"
    )
    assert panel.select_one(".desk-line__title").text == "Story"
    assert [link.text for link in panel.select(".desk-line__link")] == [
        "English: missing",
        "German: outdated",
        "Luxembourgish: missing",
    ]


def test_nothing_waits_where_everything_is_translated(client, editor):
    assert not with_states(originals()).filter(in_state((State.MISSING, State.OUTDATED))).exists()
    assert "translations-section" not in client.get("/admin/").text
