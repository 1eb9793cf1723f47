import pytest

from directory.demo.credits import ACCEPTED, CREDITS, give
from directory.demo.loading import profiles
from tests.factories.credits import BOTH, shown

pytestmark = pytest.mark.django_db


def test_whom_the_demo_credits_is_shown_on_both_profiles(ada, bo):
    give([("ada-lux", "Town hall", "bo-blum", "Sound", ACCEPTED)])
    give([("ada-lux", "Town hall", "bo-blum", "Sound", ACCEPTED)])

    assert shown() == BOTH


def test_every_credit_of_the_demo_is_for_a_work_that_is_there():
    works = {(one["slug"], work[0]) for one in profiles() for work in one["realisations"]}
    slugs = {one["slug"] for one in profiles()}

    assert [one for one in CREDITS if one[:2] not in works or one[2] not in slugs] == []
