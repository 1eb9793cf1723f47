"""What people type into a calculator, in whichever notation; nonsense is refused beside it."""

import datetime as dt
import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

CURRENCY_AND_SPACES = re.compile("[\\s\u00a0\u202f'’€%]")
NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,4})?", re.ASCII)
LONGEST = 24
MOST = Decimal(100_000_000)
DAYS = (dt.date(1990, 1, 1), dt.date(2100, 1, 1))


def plain_number(text: str) -> str:
    """`1 234,50`, `1.234,50`, `1,234.50` and `1234.5` are the same in every language, so that an
    address can be passed on: of two signs the last one, and one that is not followed by exactly
    three digits, begins the decimals."""
    text = CURRENCY_AND_SPACES.sub("", text)
    last = max(text.rfind(","), text.rfind("."))
    if last < 0:
        return text
    before, sign, after = text[:last], text[last], text[last + 1 :]
    whole = before.replace(",", "").replace(".", "")
    groups = sign in before or (len(after) == 3 and not ({",", "."} & set(before)))
    return whole + after if groups else f"{whole}.{after}"


class NumberField(forms.Field):
    """A Decimal from `low` to `high` with at most `places` decimals; None where left empty."""

    default_error_messages = {
        "required": _("Please fill this in."),
        "invalid": _("Write a number in digits, like 1250 or 1250.50."),
        "places": _("Too many digits after the comma."),
        "range": _("Give a number between %(low)s and %(high)s."),
    }

    def __init__(self, *, low=0, high=MOST, places=2, **kwargs):
        self.low, self.high, self.places = Decimal(low), Decimal(high), places
        mode = "decimal" if places else "numeric"
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": mode, "size": 12}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values or not str(value).strip():
            return None
        text = plain_number(str(value)[: LONGEST + 1])
        if len(str(value)) > LONGEST or not NUMBER.fullmatch(text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return Decimal(text)

    def validate(self, value: Decimal | None) -> None:
        super().validate(value)
        if value is None:
            return
        if -int(value.as_tuple().exponent) > self.places:
            raise ValidationError(self.error_messages["places"], code="places")
        if not self.low <= value <= self.high:
            said = {"low": number_format(self.low), "high": number_format(self.high)}
            raise ValidationError(self.error_messages["range"], code="range", params=said)


class WholeField(NumberField):
    """An int, or None."""

    default_error_messages = {
        "invalid": _("Write a whole number in digits, like 3."),
        "places": _("Write a whole number in digits, like 3."),
    }

    def __init__(self, **kwargs):
        super().__init__(places=0, **kwargs)

    def clean(self, value: Any) -> int | None:
        number = super().clean(value)
        return None if number is None else int(number)


class OneOfField(forms.ChoiceField):
    default_error_messages = {
        "required": _("Please choose."),
        "invalid_choice": _("This is not one of the choices."),
    }


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {
        "required": _("Please fill this in."),
        "invalid": _("Give a day that exists, like 2026-03-31."),
        "range": _("Give a date between 1990 and 2100."),
    }

    def __init__(self, **kwargs):
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not DAYS[0] <= value <= DAYS[1]:
            raise ValidationError(self.error_messages["range"], code="range")
