"""Every address for every role: exactly what permissions.csv says, and none that it leaves out."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import override
from wagtail.models import APIToken

from .permissions import PARAMETER, ROLES, client_of, outcome, route_of, routes, rows
from .stage import people, things

pytestmark = [
    pytest.mark.django_db,
    # The report of wagtail-localize is paged in no order.
    pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning"),
    # Wagtail leaves the temporary files of renditions to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

LINES = [row for row in rows() if not row.is_rule]
RULES = [row for row in rows() if row.is_rule]
EXPRESSIONS = {
    r"(?P<pk>\d+)/revisions/compare/(?P<revision_id_a>live|earliest|\d+)\.\.\."
    r"(?P<revision_id_b>live|latest|\d+)/$": "1/revisions/compare/earliest...latest/"
}
"""What the addresses that are no plain routes look like."""


@pytest.fixture
def stage(tree):
    cast = people()
    return cast, things(cast)


@pytest.fixture
def french():
    with override(settings.LANGUAGE_CODE):
        yield


def covered(made):
    """The addresses that have lines of their own, with the methods these name."""
    found = {}
    for row in LINES:
        found.setdefault(route_of(row.address.format(**made)), set()).update(row.methods)
    return found


def left_to_rules(made):
    return sorted(set(routes()) - set(covered(made)))


def example_of(route):
    for expression, path in EXPRESSIONS.items():
        route = route.replace(expression, path)
    return "/" + PARAMETER.sub("1", route)


def test_every_address_has_its_lines_or_a_rule(stage, french):
    _cast, made = stage
    every, own = routes(), covered(made)

    ungoverned = [
        route for route in left_to_rules(made) if not any(rule.governs(route) for rule in RULES)
    ]
    methods = {route: every[route] - own[route] for route in own}

    assert ungoverned == []
    assert {route: lacking for route, lacking in methods.items() if lacking} == {}


def test_every_line_has_its_address_and_every_rule_governs_some(stage, french):
    _cast, made = stage
    every, left = routes(), left_to_rules(made)

    idle = [rule.address for rule in RULES if not any(rule.governs(route) for route in left)]
    methods = {route: named - every[route] for route, named in covered(made).items()}

    assert idle == []
    assert {route: superfluous for route, superfluous in methods.items() if superfluous} == {}


@pytest.mark.once
@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_answered_exactly_what_its_column_says(stage, role):
    cast, made = stage
    client = client_of(role, cast, made)
    wrong = {}
    for row in LINES:
        expected = row.outcomes[role].format(**made)
        for method in row.methods:
            found = outcome(client, method, row.address.format(**made))
            if found != expected:
                wrong[f"{method} {row.address}"] = f"{found}, not {expected}"

    assert wrong == {}


@pytest.mark.once
@pytest.mark.parametrize("role", [role for role in ROLES if role != "administrator"])
def test_each_role_is_turned_away_where_a_rule_says_so(stage, french, role):
    cast, made = stage
    client = client_of(role, cast, made)
    wrong = {}
    for route in left_to_rules(made):
        rule = next(rule for rule in RULES if rule.governs(route))
        expected = rule.outcomes[role].split(" or ")
        for method in rule.methods if expected != ["-"] else ():
            found = outcome(client, method, example_of(route))
            if found not in expected:
                wrong[f"{method} {route}"] = f"{found}, not {expected}"

    assert wrong == {}


def test_no_form_is_taken_from_another_site(stage):
    cast, made = stage
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(cast["member"], backend="django.contrib.auth.backends.ModelBackend")
    forms = [row for row in LINES if "POST" in row.methods and not row.address.startswith("/api/")]

    found = {row.address: outcome(client, "POST", row.address.format(**made)) for row in forms}

    assert {address: status for address, status in found.items() if status != "403"} == {}


def test_asking_for_the_head_alone_is_asking_for_the_page(stage):
    cast, made = stage
    client = client_of("other", cast, made)
    # The APIs, and the challenge against robots, know reading whole only.
    whole = ("/api/", "/messages/challenge/")
    pages = [row for row in LINES if "GET" in row.methods and not row.address.startswith(whole)]

    found = {row.address: outcome(client, "HEAD", row.address.format(**made)) for row in pages}

    expected = {row.address: row.outcomes["other"].format(**made) for row in pages}
    assert found == expected


def test_our_api_changes_nothing_for_anybody(stage):
    cast, made = stage
    client = client_of("token", cast, made)
    endpoints = [row.address for row in LINES if re.match(r"/api/v1/\w+/\w", row.address)]

    found = {
        (method, address): outcome(client, method, address)
        for address in endpoints
        for method in ("POST", "PUT", "PATCH", "DELETE")
    }

    assert len(endpoints) >= 17
    assert set(found.values()) == {"405"}


def test_a_members_key_opens_no_more_than_the_member_may(stage):
    cast, made = stage
    key = APIToken.create_token(user=cast["member"], name="A member's")[1]
    client = client_of("token", cast, {"token": key})
    editors = [row for row in LINES if row.address.startswith("/api/v3/") and "{" in row.address]

    found = {
        (method, row.address): outcome(client, method, row.address.format(**made))
        for row in editors
        for method in row.methods
        if row.outcomes["visitor"] != row.outcomes["token"]
    }

    assert found.keys() >= {("PATCH", "/api/v3/pages/{draft}/"), ("GET", "/api/v3/pages/{draft}/")}
    assert set(found.values()) <= {"403", "404", "422"}


def test_each_member_previews_and_takes_along_their_own(stage):
    cast, made = stage
    names = {"member": "Ada Lux", "other": "Bo Lux"}

    for role, name in names.items():
        client = client_of(role, cast, made)
        (stranger,) = set(names.values()) - {name}
        preview = client.get("/me/profile/preview/").text
        assert name in preview
        assert stranger not in preview


def test_what_is_waiting_for_review_is_read_by_editors_alone(stage):
    _cast, made = stage
    address = "/admin/pages/{draft}/view_draft/".format(**made)
    readers = [
        role for role in ROLES if "Marker-draft" in client_of(role, *stage).get(address).text
    ]

    assert readers == ["editor", "administrator"]
