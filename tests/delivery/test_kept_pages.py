import gzip

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import OperationalError, connection

from cluster.core.sections import KEY
from cluster.delivery.kept import FRESH
from directory.branches import plant_branches
from directory.generation import generate
from directory.listing import rebuild
from directory.models import (
    Branch,
    ProfilePage,
)
from tests.factories.directory import ESCH, OFF_CENTRE, profile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keeping")]


@pytest.fixture
def database_gone():
    """Every statement fails as it does when the server is away."""

    def fail(*_args):
        raise OperationalError("the server is away")

    return lambda: connection.execute_wrapper(fail)


def publish(page, introduction):
    page.introduction = introduction
    page.save_revision().publish()


def test_a_page_is_made_once_and_given_without_a_query_after(
    visitor, directory, django_assert_num_queries
):
    first = visitor.get("/fr/annuaire/")
    with django_assert_num_queries(0):
        second = visitor.get("/fr/annuaire/")

    assert "X-Kept" not in first
    assert second["X-Kept"] == "fresh"
    assert second.content == first.content


def test_what_is_published_is_seen_at_once(visitor, directory, committed):
    visitor.get("/fr/annuaire/")
    with committed():
        publish(directory, "Tous les talents du pays")

    assert "Tous les talents du pays" in visitor.get("/fr/annuaire/").text


def test_what_is_unpublished_is_gone_at_once(visitor, directory, committed):
    visitor.get("/fr/annuaire/")
    with committed():
        directory.unpublish()

    assert visitor.get("/fr/annuaire/").status_code == 404


def test_a_word_that_pages_show_is_seen_changed_at_once(visitor, directory, committed):
    plant_branches()
    visitor.get("/fr/")
    with committed():
        Branch.objects.first().save()

    assert "X-Kept" not in visitor.get("/fr/")


def test_a_kept_page_is_shown_and_says_so_while_the_database_is_gone(
    visitor, directory, committed, database_gone
):
    kept = visitor.get("/fr/annuaire/")
    with committed():
        publish(directory, "Une autre phrase")
    with database_gone():
        shown = visitor.get("/fr/annuaire/")

    assert shown.status_code == 200
    assert shown["X-Kept"] == "stale"
    assert shown.content == kept.content


def test_a_withdrawn_page_stays_gone_even_while_the_database_is(
    visitor, directory, committed, database_gone
):
    visitor.get("/fr/annuaire/")
    with committed():
        directory.unpublish()
    with database_gone():
        assert visitor.get("/fr/annuaire/").status_code == 500


def test_the_exact_place_of_who_now_hides_it_is_shown_no_more_even_then(
    visitor, directory, committed, database_gone
):
    with committed():
        page = profile(precision="exact", locality=ESCH.name, point=OFF_CENTRE)
    exact = visitor.get("/api/v1/directory/profiles/anna-weber/").text
    with committed():
        page.precision = "locality"
        page.save_revision().publish()
    with database_gone():
        hidden = visitor.get("/api/v1/directory/profiles/anna-weber/")

    assert str(OFF_CENTRE.longitude) in exact
    assert hidden.status_code == 500
    assert str(OFF_CENTRE.longitude) not in hidden.text


@pytest.mark.parametrize("change", [{"live": False}, {"precision": "locality"}])
def test_what_a_rebuild_hides_is_shown_no_more_even_then(
    visitor, directory, committed, database_gone, change
):
    address = "/api/v1/directory/profiles/anna-weber/"
    with committed():
        page = profile(precision="exact", locality=ESCH.name, point=OFF_CENTRE)
    visitor.get(address)
    with committed():
        ProfilePage.objects.filter(pk=page.pk).update(**change)
        list(rebuild())
    with database_gone():
        hidden = visitor.get(address)

    assert hidden.status_code == 500
    assert str(OFF_CENTRE.longitude) not in hidden.text


def test_profiles_added_many_at_once_are_seen_at_once(visitor, directory, committed):
    with committed():
        plant_branches()
        list(generate(1, seed=1))
    before = visitor.get("/api/v1/directory/profiles/").json()["count"]
    with committed():
        list(generate(2, seed=2))

    assert (before, visitor.get("/api/v1/directory/profiles/").json()["count"]) == (1, 3)


def test_a_page_is_made_anew_after_a_while(visitor, directory, time_machine):
    time_machine.move_to("2026-05-04 10:00:00+02:00", tick=False)
    visitor.get("/fr/annuaire/")
    time_machine.shift(FRESH + 1)

    assert "X-Kept" not in visitor.get("/fr/annuaire/")


def test_a_visitor_who_has_the_page_is_told_so(visitor, directory):
    first = visitor.get("/fr/annuaire/")
    again = visitor.get("/fr/annuaire/", headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert again.status_code == 304
    assert again.content == b""


@pytest.mark.parametrize("address", ["/account/login/", "/admin/", "/me/", "/healthz", "/"])
def test_what_is_one_visitors_own_is_never_kept(visitor, directory, address):
    visitor.get(address)

    assert "X-Kept" not in visitor.get(address)


def test_a_token_is_never_answered_from_what_is_kept(visitor, directory):
    visitor.get("/fr/annuaire/")

    answer = visitor.get("/fr/annuaire/", headers={"authorization": "Bearer x"})
    assert "X-Kept" not in answer


@pytest.mark.parametrize("address", ["/fr/annuaire/?q=a", "/fr/agenda/?q=a"])
def test_a_list_that_is_renewed_in_place_is_the_very_page_that_is_kept(visitor, tree, address):
    """A part of it under the same address would be given to whoever opens the page."""
    by_script = visitor.get(address, headers={"hx-request": "true"})
    page = visitor.get(address)

    assert page["X-Kept"] == "fresh"
    assert page.content == by_script.content
    assert "HX-Request" not in page.get("Vary", "")


def test_who_is_logged_in_gets_the_same_public_page(visitor, directory):
    first = visitor.get("/fr/annuaire/")
    visitor.force_login(get_user_model().objects.create_superuser("admin@example.org"))

    assert visitor.get("/fr/annuaire/").content == first.content


def test_a_page_is_compressed_for_who_reads_it_so(visitor, directory):
    made, kept = (
        visitor.get("/fr/annuaire/", headers={"accept-encoding": "br, gzip;q=0.8"})
        for _ in range(2)
    )
    plain = visitor.get("/fr/annuaire/")

    assert (made.get("X-Kept"), kept.get("X-Kept")) == (None, "fresh")
    for small in (made, kept):
        assert small["Content-Encoding"] == "gzip"
        assert small["Vary"] == plain["Vary"] == "Accept-Encoding"
        assert small["Content-Length"] == str(len(small.content))
        assert len(small.content) < len(plain.content) / 2
        assert gzip.decompress(small.content) == plain.content
        assert small["ETag"] == f"W/{plain['ETag']}"


@pytest.mark.parametrize(
    "accepted", ["", "identity", "br", "gzip;q=0", "gzip; q=0.0, br", "gzip;q=much"]
)
def test_a_page_is_left_as_it_is_for_who_does_not(visitor, directory, accepted):
    for _ in range(2):
        answer = visitor.get("/fr/annuaire/", headers={"accept-encoding": accepted})

        assert "Content-Encoding" not in answer
        assert answer["Content-Length"] == str(len(answer.content))


def test_a_visitor_who_has_the_page_compressed_is_told_so(visitor, directory):
    small = visitor.get("/fr/annuaire/", headers={"accept-encoding": "gzip"})
    again = visitor.get("/fr/annuaire/", headers={"if-none-match": small["ETag"]})

    assert again.status_code == 304


def test_what_was_read_just_before_a_change_is_not_kept_after_it(
    visitor, directory, django_capture_on_commit_callbacks
):
    """A reader who comes between a change's commit and what follows from it."""
    visitor.get("/fr/annuaire/")
    before = cache.get(KEY)
    directory.introduction = "Après"
    with django_capture_on_commit_callbacks() as following:
        directory.save()
    cache.set(KEY, before)

    for follow in following:
        visitor.get("/fr/annuaire/")
        follow()

    assert "Après" in visitor.get("/fr/annuaire/").text
