"""Lists asked with what no browser sends: refused or answered, never a 500."""

import pytest
from django.test import Client

from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db

VALUES = ("%00", "%ed%a0%80", "-1", "9" * 40, "NaN", "1e999", "[]", "a%22b", "%22%2A%28")
DESKS = ("/admin/profiles/", "/admin/images/", "/admin/documents/", "/admin/pages/search/")
LISTS = (
    *("/fr/annuaire/", "/fr/agenda/", "/fr/ressources/", "/fr/agenda/calendar.ics"),
    *("/api/v1/directory/profiles/", "/api/v1/directory/map/", "/api/v1/directory/suggest/"),
    *("/api/v1/events/", "/api/v1/resources/price-list/", "/geo/suggest/"),
    "/api/v1/resources/organisations/",
    *("/api/v3/pages/", "/api/v3/images/", "/api/v3/documents/", "/api/v3/redirects/"),
)


@pytest.mark.parametrize("name", ["q", "search", "near", "bbox", "page", "offset", "from", "order"])
def test_no_parameter_breaks_a_list(tree, name):
    client = Client(raise_request_exception=False)
    asked = [f"{address}?{name}={value}" for address in LISTS for value in VALUES]

    answers = {address: client.get(address).status_code for address in asked}

    assert {address: status for address, status in answers.items() if status >= 500} == {}


@pytest.mark.parametrize("name", ["q", "search", "branches", "p", "ordering"])
def test_no_parameter_breaks_a_list_of_the_admin(tree, name):
    client = Client(raise_request_exception=False)
    client.force_login(MemberFactory(editor=True))
    asked = [f"{address}?{name}={value}" for address in DESKS for value in VALUES]

    answers = {address: client.get(address).status_code for address in asked}

    assert {address: status for address, status in answers.items() if status >= 500} == {}
