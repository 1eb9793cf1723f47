"""What somebody's own words may hold: text that every page, feed and mail can carry."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.utils.translation import gettext_lazy as _

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
"""What XML cannot carry: https://www.w3.org/TR/xml/#charsets. A text pasted from slides brings
vertical tabs, a line break there."""
MISLEADING = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What takes no room or turns the order of letters around."""

one_line = RegexValidator(
    r"[\x00-\x1f\x7f\u2028\u2029]",
    _("Please write this on one line."),
    code="one_line",
    inverse_match=True,
)


def plain(value: Any) -> Any:
    """A text, or all texts in lists and dicts, without what cannot be shown."""
    if isinstance(value, str):
        return UNPRINTABLE.sub(" ", MISLEADING.sub("", value))
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value


def visible(value: str) -> None:
    """Refuses a name that shows nothing."""
    if not plain(value).strip():
        raise ValidationError(_("This shows nothing. Please write a name."), code="invisible")


def web_address(value: str) -> None:
    """https://… or http://…, without a name or password in it."""
    URLValidator(schemes=["http", "https"])(value)
    if "@" in value.split("://", 1)[1].split("/", 1)[0]:
        raise ValidationError(_("An address has no @ before its first slash."), code="user_part")
