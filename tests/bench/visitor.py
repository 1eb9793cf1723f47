"""A visitor who looks at every answer, before the load asks for it by the thousand."""

from collections.abc import Callable
from typing import Any

import requests

from .environment import ENDS_TLS
from .failure import CannotMeasureError

STATE = "X-Kept"


class Visitor:
    def __init__(self, server: str):
        self.server = server
        self.session = requests.Session()
        self.session.headers.update(ENDS_TLS)

    def get(self, address: str) -> requests.Response:
        response = self.session.get(self.server + address, allow_redirects=False, timeout=60)
        if response.status_code != 200:
            raise CannotMeasureError(f"{address}: {response.status_code}")
        return response

    def json(self, address: str) -> Any:
        return self.get(address).json()

    def check(
        self, addresses: tuple[str, ...], is_found: Callable[[bytes], bool], *, kept: bool
    ) -> int:
        """Each answer is a full one, and from where it is thought to be; the shortest's length."""
        smallest = []
        for address in addresses:
            response = self.get(address)
            if kept:
                response = self.get(address)
            if not is_found(response.content):
                raise CannotMeasureError(f"{address}: found nothing")
            if (response.headers.get(STATE) == "fresh") is not kept:
                raise CannotMeasureError(f"{address}: {STATE} is {response.headers.get(STATE)}")
            smallest.append(len(response.content))
        return min(smallest)
