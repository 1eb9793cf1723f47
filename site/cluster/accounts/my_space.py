"""What other apps contribute to a member's space, without being imported here.

They register Wagtail hooks in their `wagtail_hooks.py`:

    @hooks.register("my_space_panels", order=10)
    def state_of_my_profile(request) -> Panel | None: ...

    @hooks.register("my_space_start")
    def to_the_wizard(request) -> str | None:
        '''The address a member has to be led to first, instead of their space.'''

    @hooks.register("export_member_data")
    def my_profile(user) -> MemberData: ...

    @hooks.register("delete_member_data")
    def delete_my_profile(user) -> None:
        '''Runs in the transaction in which the account goes, before it does.'''

Panels come in the hooks' order: the profile's state takes 10, messages 20, account and privacy
come after all of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from wagtail import hooks

from .models import User


@dataclass(frozen=True)
class Panel:
    """A template, drawn with the context, inside a section of its own."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class MemberData:
    """What one app knows of a member: `data` ready for JSON, `files` by their name."""

    name: str
    data: Any
    files: dict[str, bytes] = field(default_factory=dict)


def start(request: HttpRequest) -> str | None:
    """The first address some app wants the member to go to, if any."""
    addresses = (callback(request) for callback in hooks.get_hooks("my_space_start"))
    return next((address for address in addresses if address), None)


def panels(request: HttpRequest) -> Iterator[str]:
    for callback in hooks.get_hooks("my_space_panels"):
        panel = callback(request)
        if panel is not None:
            yield render_to_string(panel.template, panel.context, request)


def known_of(user: User) -> Iterator[MemberData]:
    for callback in hooks.get_hooks("export_member_data"):
        yield callback(user)


def forget(user: User) -> None:
    for callback in hooks.get_hooks("delete_member_data"):
        callback(user)
