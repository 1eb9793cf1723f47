import pytest

from directory.branches import plant_branches
from directory.models import Branch

pytestmark = pytest.mark.django_db


def test_a_new_site_has_twelve_branches_named_in_every_language():
    plant_branches()

    assert [branch.position for branch in Branch.objects.all()] == list(range(1, 13))
    assert all(set(branch.names) == {"fr", "en", "de", "lb"} for branch in Branch.objects.all())


def test_a_branch_that_editors_removed_stays_away():
    plant_branches()
    Branch.objects.exclude(slug="music").delete()
    plant_branches()

    assert [branch.slug for branch in Branch.objects.all()] == ["music"]
