"""Dates in words, as Django writes them but for the first of a month in French."""

import datetime as dt
import re

from django.utils import formats
from django.utils.translation import get_language

FIRST = re.compile(
    r"(?<!\d)1 (?=janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)", re.IGNORECASE
)
"""A 1 before the name of a month, or its beginning."""


def date_format(day: dt.date, form: str | None = None) -> str:
    """As `django.utils.formats.date_format`."""
    return with_ordinal(formats.date_format(day, form))


def with_ordinal(text: str) -> str:
    """In French the first day of a month is no 1, as the others are numbers, but the 1er."""
    if "1 " in text and get_language() == "fr":
        return FIRST.sub("1er ", text, count=1)
    return text
