"""`python -m tests.bench.statements`: the very SQL that our site sends for addresses.

Reads `{row: [address, …]}` as JSON, writes `{row: [[statement, …], …]}`: for each address but the
first, which fills what the making of pages keeps in the cache (sections, names).
"""

import json
import sys
from http import HTTPStatus

import django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from .environment import HOST


def statements(addresses: list[str]) -> list[list[str]]:
    visitor = Client()
    return [_sent(visitor, address) for address in addresses][1:]


def _sent(visitor: Client, address: str) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        response = visitor.get(address, secure=True, headers={"host": HOST})
    if response.status_code != HTTPStatus.OK:
        sys.exit(f"{address}: {response.status_code}")
    return [query["sql"] for query in captured.captured_queries]


if __name__ == "__main__":
    django.setup()
    asked = json.load(sys.stdin)
    json.dump({row: statements(addresses) for row, addresses in asked.items()}, sys.stdout)
