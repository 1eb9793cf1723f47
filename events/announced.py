"""What follows from what an event says, be it a page or a row of one."""

from typing import Any

from django.utils import timezone

from .choices import Format, PublicState, RegistrationFor
from .states import Standing, standing_of, state_of


class Announced:
    """Of something with these fields of an event."""

    state: Any
    last_end: Any
    format: Any
    longitude: Any
    registration: Any
    registration_for: Any
    seats: Any
    seats_left: Any

    @property
    def per_session(self) -> bool:
        """Whether people register for one session of it."""
        return self.registration_for == RegistrationFor.SESSION

    @property
    def is_on_the_map(self) -> bool:
        return self.longitude is not None and self.format != Format.ONLINE

    @property
    def public_state(self) -> PublicState:
        return state_of(self, timezone.now())

    @property
    def standing(self) -> Standing:
        return standing_of(self, timezone.now())
