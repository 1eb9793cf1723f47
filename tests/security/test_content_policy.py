import pytest

from cluster.settings.content_policy import public_policy

pytestmark = pytest.mark.django_db


def directives(response):
    return dict(
        part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";")
    )


def test_a_public_page_loads_from_this_site_alone(client, tree):
    found = directives(client.get("/fr/"))

    assert found["default-src"] == "'self'"
    assert found["img-src"] == "'self' data: blob:"
    assert found["script-src"] == found["style-src"] == "'self'"


def test_the_admin_may_write_its_own_scripts_but_load_none_from_elsewhere(admin_client):
    found = directives(admin_client.get("/admin/"))

    assert found["script-src"] == "'self' 'unsafe-inline'"
    assert found["default-src"] == "'self'"


@pytest.mark.parametrize(
    ("tiles", "origins"),
    [
        ("", []),
        ("https://tiles.example.org/{z}/{x}/{y}.png", ["https://tiles.example.org"]),
        ("https://{s}.tiles.example.org/{z}/{x}/{y}.png", ["https://*.tiles.example.org"]),
    ],
)
def test_configured_tiles_may_be_loaded(tiles, origins):
    assert public_policy(tiles)["img-src"] == ["'self'", "data:", "blob:", *origins]
