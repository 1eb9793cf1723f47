import pytest
from django.core import mail

from directory import membership
from directory.credits import asking
from directory.models import Realisation
from tests.factories.credits import credit
from tests.factories.members import MemberFactory, confirmed_profile


@pytest.fixture
def editor(tree):
    return MemberFactory(email="editor@example.org", editor=True)


@pytest.fixture
def ada(editor):
    """A public profile with one work."""
    member = MemberFactory(email="ada@example.org")
    confirmed_profile(member, editor)
    with membership.editing(member) as draft:
        draft.realisations = [Realisation(title="Town hall", year=2025)]
        membership.save_draft(draft, by=member)
    return member


@pytest.fixture
def bo(editor):
    member = MemberFactory(email="bo@example.org", language="de")
    confirmed_profile(member, editor, name="Bo Blum")
    mail.outbox.clear()
    return member


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def accepted(ada, bo):
    made = credit(ada, part="Sound")
    asking.answer(made.pk, accepts=True, by=bo)
    return made
