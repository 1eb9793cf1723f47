"""permissions.csv read, and an address asked for by somebody."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache as kept
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, resolve
from django.utils.translation import get_language_from_path, override
from wagtail.api.v3.urls import api as v3

from cluster.api import api as v1

FILE = Path(__file__).with_name("permissions.csv")
ROLES = ("visitor", "newcomer", "member", "other", "editor", "administrator", "token")
METHODS = {"GET", "POST"}
EVERYTHING_BELOW = "**"
LANGUAGE = re.compile(rf"^(?:{'|'.join(dict(settings.LANGUAGES))})/")
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
EMPTY = {FORM: "", JSON: "{}"}
SHORT = {"/account/login/": "login", "/me/profile/start/who/": "start"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: an address, its methods, and what each role is answered."""

    address: str
    methods: tuple[str, ...]
    outcomes: dict[str, str]

    @property
    def is_rule(self) -> bool:
        return self.address.endswith(EVERYTHING_BELOW)

    def governs(self, route: str) -> bool:
        """Whether the route begins as the rule does."""
        return f"/{route}".startswith(self.address.removesuffix(EVERYTHING_BELOW))


def rows() -> list[Row]:
    lines = [line for line in FILE.read_text().splitlines() if line and not line.startswith("#")]
    return [_row(line) for line in csv.DictReader(lines, skipinitialspace=True)]


def routes() -> dict[str, set[str]]:
    """Each address of the URLconf as it is written there, and the methods it has to be tried with:
    those of an endpoint's operations, for everything else reading and sending a form."""
    return {route: _methods(route) for route in _routes(get_resolver())}


def route_of(path: str) -> str:
    """The address of the URLconf that answers a path; a page's is the same in every language."""
    with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        return LANGUAGE.sub(f"{settings.LANGUAGE_CODE}/", resolve(path).route)


def client_of(role: str, cast: dict, things: dict) -> Client:
    if role == "token":
        bearer = {"authorization": f"Bearer {things['token']}"}
        return Client(headers=bearer, raise_request_exception=False)
    client = Client(raise_request_exception=False)
    if role in cast:
        client.force_login(cast[role], backend="django.contrib.auth.backends.ModelBackend")
    return client


def outcome(client: Client, method: str, path: str) -> str:
    """What an empty form or body is answered, in the words of the table; undone afterwards."""
    cookies = client.cookies.copy()
    kind = JSON if path.startswith("/api/") else FORM
    with undone():
        response = client.generic(method, path, EMPTY[kind], content_type=kind)
        if response.streaming:
            b"".join(response)
    client.cookies = cookies
    if "Location" not in response:
        return str(response.status_code)
    to = urlsplit(response["Location"]).path
    return SHORT.get(to, f"{response.status_code} {to}")


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens within leaves no trace in the database, nor in the cache."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    kept.clear()


def _row(line: dict[str, str]) -> Row:
    outcomes: dict[str, str] = {}
    left = ""
    for role in ROLES:
        left = outcomes[role] = left if line[role] == "=" else line[role]
    return Row(line["address"], tuple(line["method"].split()), outcomes)


def _routes(resolver: URLResolver, above: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        # As Django joins them when it resolves an address.
        route = above + (str(one.pattern).removeprefix("^") if above else str(one.pattern))
        if isinstance(one, URLResolver):
            yield from _routes(one, route)
        else:
            yield route


def _methods(route: str) -> set[str]:
    operations = _operations().get("/" + PARAMETER.sub(r"{\1}", route), {})
    return {method.upper() for method in operations} or METHODS


@cache
def _operations() -> dict[str, dict]:
    """What both APIs say of themselves."""
    return {**v1.get_openapi_schema()["paths"], **v3.get_openapi_schema()["paths"]}
