import pytest
from django.core.exceptions import ValidationError

from cluster.geo.points import Point
from directory.models.profile import ProfilePage


def placed(**fields):
    page = ProfilePage(title="Anna", slug="anna", path="0001", depth=1, **fields)
    super(ProfilePage, page).clean()
    return page


def refusal(**fields):
    with pytest.raises(ValidationError) as caught:
        placed(**fields)
    return {name: found[0].code for name, found in caught.value.error_dict.items()}, caught.value


pytestmark = pytest.mark.django_db


def test_a_known_locality_is_written_officially_and_lends_its_centre():
    page = placed(locality=" esch ")

    assert page.locality == "Esch-sur-Alzette"
    assert page.location == "SRID=4326;POINT(5.98056 49.49583)"
    assert page.point == Point(5.98056, 49.49583)


def test_a_point_keeps_its_place_and_lends_the_nearest_locality():
    page = placed(location="SRID=4326;POINT(5.985 49.494)")

    assert page.locality == "Esch-sur-Alzette"
    assert page.location == "SRID=4326;POINT(5.985 49.494)"


def test_an_exact_point_stays_where_the_locality_is_known():
    page = placed(locality="Esch", location="SRID=4326;POINT(5.985 49.494)")

    assert page.location == "SRID=4326;POINT(5.985 49.494)"


def test_no_place_at_all_is_possible():
    page = placed()

    assert (page.locality, page.location, page.point) == ("", "", None)


def test_a_locality_we_do_not_know_is_refused_with_the_likeliest():
    codes, error = refusal(locality="Dudlange")

    assert codes == {"locality": "unknown_locality"}
    assert "Dudelange" in error.message_dict["locality"][0]


@pytest.mark.parametrize("text", ["49.6,6.1", "SRID=4326;POINT(NaN 1)", "SRID=2169;POINT(1 1)"])
def test_a_broken_point_is_refused_at_its_field(text):
    assert refusal(location=text)[0] == {"location": "invalid_point"}


def test_abroad_a_point_makes_any_locality_good():
    page = placed(locality="Cannes", location="SRID=4326;POINT(7.017 43.552)")

    assert page.locality == "Cannes"
    assert placed(location="SRID=4326;POINT(7.017 43.552)").locality == ""
