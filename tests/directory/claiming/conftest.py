import pytest

from directory.claiming.sending import invite
from directory.models import ProfileOrigin
from tests.factories.members import MemberFactory

FILE = (
    "reference;name;headline_en;text_en;branches;locality;email\n"
    "A1;Ada Lux;Maps;Marker-text;Design;Esch;ada@example.org\n"
)


@pytest.fixture
def file():
    """One row, about Ada."""
    return FILE


@pytest.fixture
def invited(bring_in, django_capture_on_commit_callbacks):
    bring_in(FILE)
    with django_capture_on_commit_callbacks(execute=True):
        assert invite(ProfileOrigin.objects.get())
    return ProfileOrigin.objects.select_related("page").get()


@pytest.fixture
def ada(invited):
    return MemberFactory(email="ada@example.org", language="en")
