import pytest
from django.core import mail

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


@pytest.fixture
def told(django_capture_on_commit_callbacks):
    """(to, subject) of the mails that something brings about."""

    def of(act, *args, **kwargs):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act(*args, **kwargs)
        return [(one.to[0], one.subject) for one in mail.outbox]

    return of
