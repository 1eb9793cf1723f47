import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

pytestmark = pytest.mark.django_db


def test_robots_are_kept_out_of_what_belongs_to_people(client: Client, settings):
    lines = client.get("/robots.txt").text.splitlines()

    assert {"Disallow: /me/", "Disallow: /account/", "Disallow: /admin/"} <= set(lines)
    assert lines[-1] == f"Sitemap: {settings.BASE_URL}/sitemap.xml"


def test_the_security_contact_has_not_expired(client: Client):
    fields = dict(
        line.split(": ", 1) for line in client.get("/.well-known/security.txt").text.splitlines()
    )

    assert set(fields) == {"Contact", "Expires", "Preferred-Languages", "Canonical"}
    assert dt.datetime.fromisoformat(fields["Expires"]) > timezone.now()


def test_the_icon_asked_for_by_name_is_there(client: Client):
    assert client.get("/favicon.ico")["Location"] == "/static/img/favicon.ico"
