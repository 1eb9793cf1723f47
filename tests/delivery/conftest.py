import pytest
from django.test import Client

from directory.models import DirectoryPage

MIDDLEWARE = "cluster.delivery.middleware.KeptPagesMiddleware"


@pytest.fixture
def keeping(settings):
    settings.MIDDLEWARE = [MIDDLEWARE, *settings.MIDDLEWARE]


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What is done inside is done as if its transaction had ended."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def directory(tree):
    return DirectoryPage.objects.get(locale__language_code="fr")


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)
