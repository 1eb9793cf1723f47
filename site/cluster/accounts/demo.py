"""The demo's people, who all have the same public password."""

from collections.abc import Callable
from functools import cache
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from .models import User

PASSWORD = "demo"  # noqa: S105 - printed on the screen, and only made where DEMO=1
PEOPLE: dict[str, tuple[str, dict[str, Any]]] = {
    "admin@example.org": ("Administratrice", {"is_staff": True, "is_superuser": True}),
    "editor@example.org": ("Rédaction", {"is_staff": True}),
    "creative@example.org": ("Léa Hoffmann", {}),
    "newcomer@example.org": ("Tom Weber", {}),
}


def load(say: Callable[[str], None]) -> None:
    for email, (name, rights) in PEOPLE.items():
        person(email, name, **rights)
    editors, _made = Group.objects.get_or_create(name="Editors")
    editors.user_set.add(User.objects.get(email="editor@example.org"))
    say(f"{len(PEOPLE)} people who can log in")


@cache
def hashed(password: str) -> str:
    """Once for all who share it: hashing is slow on purpose, and this one is no secret."""
    return make_password(password)


def person(email: str, name: str, *, password: str = PASSWORD, **fields: Any) -> User:
    """Someone with a verified address, made if they are not there."""
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User(email=email, password=hashed(password), name=name, **fields)
        user.save()
    EmailAddress.objects.get_or_create(
        user=user, email=email, defaults={"verified": True, "primary": True}
    )
    return user
