import pytest

from tests.factories.members import MemberFactory


@pytest.fixture
def member(tree):
    return MemberFactory(email="ada@example.org", language="en")


@pytest.fixture
def reviewer(tree):
    return MemberFactory(email="editor@example.org", editor=True, language="en")


@pytest.fixture
def me(client, member):
    client.force_login(member)
    client.cookies["django_language"] = "en"
    return client
