import pytest
from django.db import OperationalError, connection
from django.test import Client

pytestmark = pytest.mark.django_db


def fail(*_args):
    raise OperationalError("the server is away")


def test_the_process_is_up_whatever_else_is_not(client: Client):
    with connection.execute_wrapper(fail):
        response = client.get("/healthz")

    assert response.status_code == 200
    assert response.text == "ok\n"


def test_ready_when_database_cache_and_search_answer(client: Client):
    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json() == {"database": "ok", "cache": "ok", "search": "ok"}


def test_not_ready_says_what_does_not_answer(client: Client):
    with connection.execute_wrapper(fail):
        response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json() == {"database": "unavailable", "cache": "ok", "search": "unavailable"}
    assert "no-store" in response["Cache-Control"]
