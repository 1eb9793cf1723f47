"""Near comes first among equals where somebody has to be there, by what the public may know."""

import pytest
from django.utils.translation import override

from directory.models import ProfileListing
from directory.models.choices import Precision
from directory.opportunities.matching import fitting_opportunities, fitting_profiles
from tests.factories import directory as make
from tests.factories.opportunities import opportunity, today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
OLD_ONES_FIRST = ("Schifflange", "Bettembourg", "Clervaux")


def people(art, **fields):
    """The nearer to Esch, the longer ago; one says not where."""
    for locality in OLD_ONES_FIRST:
        make.profile(locality, skills=[art], locality=locality, **fields)
    make.profile("Nowhere", skills=[art])


def found(listing):
    return [(fit.profile["name"], fit.because) for fit in fitting_profiles(listing, "en")]


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def art():
    return make.skill("Dessin", en="Drawing")


def test_of_equal_profiles_the_nearest_comes_first_and_says_how_near(art):
    people(art)
    job = opportunity(skills=[art], locality="Dudelange", workplace="hybrid")

    assert found(job.listing) == [
        ("Bettembourg", "does Drawing, is in the canton of Esch-sur-Alzette, 4 km away"),
        ("Schifflange", "does Drawing, is in the canton of Esch-sur-Alzette, 6 km away"),
        ("Clervaux", "does Drawing"),
        ("Nowhere", "does Drawing"),
    ]


def test_who_shares_more_comes_before_who_is_nearer(art):
    make.profile("Far", skills=[art], languages=["de"], locality="Clervaux")
    make.profile("Near", skills=[art], locality="Rodange")
    job = opportunity(skills=[art], languages=["de"], locality="Dippach")

    assert [name for name, _because in found(job.listing)] == ["Far", "Near"]


def test_for_remote_work_it_is_no_matter_who_is_near(art):
    people(art)
    job = opportunity(skills=[art], locality="Dudelange", workplace="remote")

    everybody = ["Nowhere", *reversed(OLD_ONES_FIRST)]
    assert found(job.listing) == [(name, "does Drawing") for name in everybody]


def test_who_shows_their_locality_only_is_as_far_as_its_centre(art):
    fields = {"skills": [art], "locality": make.ESCH.name, "point": make.OFF_CENTRE}
    make.profile("Hidden", precision=Precision.LOCALITY, **fields)
    make.profile("Shown", precision=Precision.EXACT, **fields)
    job = opportunity(skills=[art], locality="Schifflange")

    said = dict(found(job.listing))
    assert said == {
        "Hidden": "does Drawing, is in the canton of Esch-sur-Alzette, 3 km away",
        "Shown": "does Drawing, is in the canton of Esch-sur-Alzette, 1 km away",
    }


def test_of_equal_opportunities_the_nearest_comes_first_and_remote_ones_are_nowhere_far(art):
    for title in OLD_ONES_FIRST:
        opportunity(title, skills=[art], locality=title)
    opportunity("Remote", skills=[art], locality="Troisvierges", workplace="remote")
    opportunity("Hesperange", skills=[art], locality="Hesperange")
    make.profile("Anna", skills=[art], locality="Dudelange")
    anna = ProfileListing.objects.get()

    fitting = fitting_opportunities(anna, today=today(), language="en")
    assert [(listing.title, because) for listing, because in fitting] == [
        ("Bettembourg", "you do Drawing, you are in the canton of Esch-sur-Alzette, 4 km away"),
        ("Schifflange", "you do Drawing, you are in the canton of Esch-sur-Alzette, 6 km away"),
        ("Remote", "you do Drawing"),
        ("Hesperange", "you do Drawing, 11 km away"),
        ("Clervaux", "you do Drawing"),
    ]
