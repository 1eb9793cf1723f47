import pytest
from django.core.cache import cache
from django.db import transaction

from cluster.home.models import HomePage
from cluster.home.tree import plant_tree
from directory.branches import plant_branches
from directory.demo.loading import plant_skills, profiles
from directory.demo.writing import write
from directory.listing import replace
from directory.models import ProfilePage


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo's public profiles as they are searched, written once for all who look; nobody looks
    at their pictures."""
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        if not HomePage.objects.exists():
            plant_tree()
        _plant()
        yield
        transaction.set_rollback(True)


def _plant():
    plant_branches()
    plant_skills()
    keys = [
        write(
            {**record, "realisations": [[*work[:-1], 0] for work in record["realisations"]]}, None
        ).pk
        for record in profiles()
        if "state" not in record
    ]
    ProfilePage.objects.filter(pk__in=keys).update(live=True)
    replace(keys, count_words=True)
