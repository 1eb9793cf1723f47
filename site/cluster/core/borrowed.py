"""What installed packages say to visitors and members, kept in `site/locale/borrowed`: all of it in
Luxembourgish, which they hardly speak, and in French and German what they have not said there."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import django
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import read_mo
from django.conf import settings

from .messages import BORROWED, KEYWORDS, TEMPLATE, complaints, translated

PACKAGES = Path(django.__file__).parents[1]
CHOSEN = (
    "allauth/account/**/*.py",
    "allauth/mfa/**/*.py",
    "allauth/templates/account/**/*.*",
    "allauth/templates/mfa/**/*.*",
    "django/contrib/auth/password_validation.py",
    "django/core/validators.py",
    "django/db/models/base.py",
    "django/db/models/constraints.py",
    "django/db/models/fields/__init__.py",
    "django/db/models/fields/related.py",
    "django/forms/*.py",
    "django/template/defaultfilters.py",
    "django/utils/*.py",
    "wagtail/forms.py",
)
"""The files whose words are shown, but for our own templates, which take the place of theirs."""
FILES_LEFT_OUT = {
    "allauth/*/admin.py": "Django's admin is not installed",
    "allauth/*/apps.py": "Django's admin is not installed",
    "allauth/*/models.py": "Django's admin is not installed",
    "allauth/templates/account/*phone*": "nobody is asked for a telephone number",
    "allauth/templates/account/messages/phone*": "nobody is asked for a telephone number",
    "allauth/templates/account/*by_passkey.html": "passkeys are not offered",
    "allauth/templates/account/email.html": "an account has one address: email_change.html is ours",
    "allauth/templates/account/email_confirm.html": "an address is confirmed by a code",
    "allauth/templates/account/email/email_deleted*": "an account has one address, never deleted",
    "allauth/templates/account/email/password_reset_key*": "a password is reset by a code",
    "allauth/templates/account/messages/*primary_email*": "an account has one address",
    "allauth/templates/account/messages/email_deleted.txt": "an account has one address",
    "allauth/templates/account/password_reset_done.html": "a password is reset by a code",
    "allauth/templates/account/request_login_code.html": "the log-in page sends the code",
    "allauth/templates/account/snippets/warn_no_email.html": "every account has an address",
    "allauth/templates/account/verif*": "an address is confirmed by a code",
    "allauth/templates/mfa/**/webauthn*": "security keys are not offered",
    "allauth/templates/mfa/webauthn/**/*": "security keys are not offered",
    "allauth/templates/mfa/trust.html": "no browser is trusted for later",
    "allauth/mfa/webauthn/forms.py": "security keys are not offered",
}
WORDS_LEFT_OUT = {
    "(?i)phone": "nobody is asked for a telephone number",
    "(?i)username": "people log in with their address",
    "(?i)security key|^(Master|Backup) key$|^Key nr": "security keys are not offered",
    "^(Boolean|Date|Slug|String) [(]|^(Field of type:|Foreign Key )|^(File path|Duration)$"
    "|((?i:integers?)|number|relationships?|IPv?4? address|binary data|unique identifier)$"
    "|^(Time|URL)$": "kinds of columns, shown by Django's admin documentation only",
    "^Comment$": "a form of the admin, which has no Luxembourgish",
    "^“%[(]value[)]s” (value|is not)|^%[(]model[)]s instance": (
        "the fields of forms find these mistakes before the models do"
    ),
}
SPOKEN = ("fr", "de")
"""The languages in which what a package says of itself is good enough; Django's Luxembourgish is
half done and says "Du"."""


def wanted(language: str) -> Catalog:
    """What is asked for and not yet said, by this site or well enough by a package."""
    catalog = Catalog(project="cluster", charset="utf-8")
    said = set(whats_said(translated(language)))
    if language in SPOKEN:
        said.update(said_by_packages(language))
    for message in asked_for():
        if (message.context, first(message)) not in said:
            catalog.add(message.id, None, context=message.context)
    return catalog


def whats_said(catalog: Catalog) -> Iterator[tuple[str | None, str]]:
    for message in catalog:
        texts = message.string if isinstance(message.string, tuple | list) else [message.string]
        if message.id and all(texts) and not message.fuzzy:
            # Babel leaves the contexts of a .mo as bytes.
            context: Any = message.context
            yield context.decode() if isinstance(context, bytes) else context, first(message)


def said_by_packages(language: str) -> Iterator[tuple[str | None, str]]:
    for place in ("allauth", "django/conf", "django/contrib/auth"):
        file = PACKAGES / place / "locale" / language / "LC_MESSAGES" / "django.mo"
        with file.open("rb") as source:
            yield from whats_said(read_mo(source))


def borrowed_complaints(language: str) -> Iterator[str]:
    """What an upgrade brought, changed or took away, one sentence each."""
    strings = wanted(language)
    yield from complaints(language, strings, BORROWED)
    for message in translated(language, BORROWED):
        if message.id and strings.get(message.id, message.context) is None:
            yield f"{language}: not to be borrowed any more: {message.id!r}"


def choice_complaints() -> Iterator[str]:
    """A choice that finds nothing would otherwise let everything pass."""
    for pattern in (*CHOSEN, *FILES_LEFT_OUT):
        if not any(PACKAGES.glob(pattern)):
            yield f"no such file in the packages: {pattern}"
    for pattern in WORDS_LEFT_OUT:
        if not any(re.search(pattern, words) for words in map(first, strings_of_packages())):
            yield f"no such words in the chosen files: {pattern}"


def asked_for() -> Iterator[Message]:
    """Every string the chosen files show to somebody."""
    for message in strings_of_packages():
        if not any(re.search(pattern, first(message)) for pattern in WORDS_LEFT_OUT):
            yield message


def first(message: Message) -> str:
    """Its words, or those of its singular."""
    return message.id if isinstance(message.id, str) else message.id[0]


@cache
def strings_of_packages() -> list[Message]:
    catalog = Catalog()
    for file in sorted(chosen_files()):
        method = "python" if file.suffix == ".py" else TEMPLATE
        for _, message, _, context in extract_from_file(method, file, keywords=KEYWORDS):
            catalog.add(message, None, context=context)
    return [message for message in catalog if message.id]


def chosen_files() -> set[Path]:
    found = {file for pattern in CHOSEN for file in PACKAGES.glob(pattern) if file.is_file()}
    left_out = {file for pattern in FILES_LEFT_OUT for file in PACKAGES.glob(pattern)}
    return {file for file in found - left_out if not ours_instead(file)}


def ours_instead(file: Path) -> bool:
    _, _, name = file.as_posix().partition("/templates/")
    return bool(name) and (Path(settings.BASE_DIR) / "templates" / name).exists()
