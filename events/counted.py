"""How many seats are left: what a row of seats and a list's row of them have in common."""

from collections.abc import Iterable
from typing import Any


class Counted:
    """Of something with `capacity`, `taken` and `queued`."""

    capacity: Any
    taken: Any
    queued: Any

    @property
    def left(self) -> int | None:
        """None where seats are not counted."""
        return None if self.capacity is None else max(self.capacity - self.taken, 0)

    @property
    def open_left(self) -> int | None:
        """What somebody who comes now can have: nothing while others wait for what is left."""
        return 0 if self.queued and self.capacity is not None else self.left


def total(numbers: Iterable[int | None]) -> int | None:
    """None where one of them is: not counted."""
    known = list(numbers)
    return None if None in known else sum(known)  # type: ignore[arg-type]
