import pytest

from directory.branches import plant_branches
from directory.demo.loading import plant_skills, profiles
from directory.demo.writing import write
from directory.listing import replace
from directory.models import ProfilePage


@pytest.fixture
def demo(tree):
    """The demo's public profiles as they are searched; nobody looks at their pictures."""
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
