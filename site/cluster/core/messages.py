"""The interface's strings: found in code and templates, kept in `site/locale`, compiled by Babel,
so that no gettext has to be installed."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import IO, Any

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

LANGUAGES = ("fr", "de", "lb")
"""English is what the code says; a site in French falls back to nothing else."""
COMPLETE = ("fr", "de", "lb")
ROOMS = ("site/cluster", "directory", "events", "resources", "templates")
TEMPLATE = "cluster.core.messages:from_template"
JINJA = "jinja2.ext:babel_extract"
OWN, BORROWED = 0, 1
"""The places of `settings.LOCALE_PATHS`: what this site says, and what its packages say."""
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def from_template(
    file: IO[bytes], keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[Any, ...]]:
    """Django's own reading of its template tags, given to Babel's reader of Python.

    The parentheses around it keep the tokenizer from minding the indentation of HTML.
    """
    source = f"({templatize(file.read().decode())}\n)"
    yield from extract_python(BytesIO(source.encode()), keywords, comment_tags, options)


def in_use() -> Catalog:
    """Every string that code and templates ask to be translated."""
    catalog = Catalog(project="cluster", charset="utf-8")
    for room in ROOMS:
        found = extract_from_dir(
            Path(settings.BASE_DIR) / room,
            [
                ("**.py", "python"),
                ("**.html", TEMPLATE),
                ("**.txt", TEMPLATE),
                ("**.jinja", JINJA),
            ],
            options_map={"**.jinja": {"silent": "false"}},
            keywords=KEYWORDS,
            comment_tags=("Translators:",),
        )
        for filename, line, message, comments, context in found:
            place = [(f"{room}/{filename}", line)]
            catalog.add(message, None, place, auto_comments=comments, context=context)
    return catalog


def po_file(language: str, place: int = OWN) -> Path:
    return Path(settings.LOCALE_PATHS[place]) / language / "LC_MESSAGES" / "django.po"


def translated(language: str, place: int = OWN) -> Catalog:
    file = po_file(language, place)
    if not file.exists():
        return Catalog(
            language, header_comment="", fuzzy=False, last_translator="", language_team=""
        )
    with file.open("rb") as source:
        return read_po(source, locale=language)


def update(language: str, strings: Catalog, place: int = OWN) -> None:
    """Adds what is new and drops what is gone; what is translated stays."""
    catalog = translated(language, place)
    catalog.update(strings, no_fuzzy_matching=True, update_creation_date=False)
    file = po_file(language, place)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as target:
        write_po(
            target, catalog, width=100, no_location=True, sort_output=True, ignore_obsolete=True
        )


def complaints(language: str, strings: Catalog, place: int = OWN) -> Iterator[str]:
    """What is missing, unsure or would break when filled in, one sentence each."""
    catalog = translated(language, place)
    for message in strings:
        kept = catalog.get(message.id, message.context) if message.id else None
        texts = kept.string if kept and isinstance(kept.string, tuple) else [kept and kept.string]
        if not message.id:
            continue
        if kept is None or not all(texts):
            if language in COMPLETE:
                yield f"{language}: not translated: {message.id!r}"
        elif kept.fuzzy:
            yield f"{language}: marked as fuzzy: {message.id!r}"
        else:
            yield from (f"{language}: {error}: {message.id!r}" for error in kept.check(catalog))
            if any(names_in(text) != names_in(message.id) for text in texts):
                yield f"{language}: other names in braces: {message.id!r}"


def names_in(words: Any) -> set[str]:
    """The placeholders `{like_this}`, which Babel does not look at."""
    return set(re.findall(r"{\w*}", words if isinstance(words, str) else " ".join(words)))


def compile_all() -> None:
    """Writes the `.mo` files that are missing or older than their `.po`."""
    for place, language in product(range(len(settings.LOCALE_PATHS)), LANGUAGES):
        source = po_file(language, place)
        target = source.with_suffix(".mo")
        if not source.exists():
            continue
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            with target.open("wb") as file:
                write_mo(file, translated(language, place))
