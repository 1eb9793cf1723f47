"""What follows from what an event says, be it a page or a row of one."""

from typing import Any

from django.utils import timezone

from .choices import Format, PublicState, RegistrationFor, RegistrationMode
from .counted import total
from .states import Standing, standing_of, state_of


class Announced:
    """Of something with these fields of an event."""

    state: Any
    last_end: Any
    format: Any
    longitude: Any
    registration: Any
    registration_for: Any
    capacity: Any
    seats: Any
    sold_out: Any
    every_session: Any

    @property
    def per_session(self) -> bool:
        """Whether people register for one session of it."""
        return self.registration_for == RegistrationFor.SESSION

    @property
    def to_come(self) -> list[Any]:
        """The sessions that are not over, without those that are cancelled."""
        now = timezone.now()
        return [one for one in self.every_session if one.end >= now and not one.cancelled]

    @property
    def is_called_off(self) -> bool:
        """Whether it has dates that are not over, each of them cancelled; where no date of its own
        has seats, a list's row does not know."""
        if self.every_session is None and not self.per_session:
            return False
        now = timezone.now()
        left = [one for one in self.every_session if one.end >= now]
        return bool(left) and all(one.cancelled for one in left)

    @property
    def is_sold_out(self) -> bool:
        """Elsewhere, as the editors say."""
        return self.registration == RegistrationMode.ELSEWHERE and self.sold_out

    @property
    def seats_left(self) -> int | None:
        """For somebody who comes now: those who wait come first. Of all sessions to come where
        people register for one."""
        if self.is_sold_out:
            return 0
        if self.per_session:
            return total(self.left_of(one) for one in self.to_come)
        return self.seats.open_left if self.seats else self.capacity

    @property
    def all_seats(self) -> int | None:
        """Of all sessions together where people register for one."""
        if self.per_session:
            return total(self.capacity_of(one) for one in self.every_session)
        return self.capacity

    def capacity_of(self, session: Any) -> int | None:
        return self.capacity if session.capacity is None else session.capacity

    def left_of(self, session: Any) -> int | None:
        """Of one session, where people register for each."""
        if self.is_sold_out:
            return 0
        return session.seats.open_left if session.seats else self.capacity_of(session)

    @property
    def is_on_the_map(self) -> bool:
        return self.longitude is not None and self.format != Format.ONLINE

    @property
    def public_state(self) -> PublicState:
        return state_of(self, timezone.now())

    @property
    def standing(self) -> Standing:
        return standing_of(self, timezone.now())
