"""How a list of ours in the admin writes a day."""

import datetime as dt

from django.utils.timezone import localtime
from wagtail.admin.ui.tables import Column

from .days import date_format


class DayColumn(Column):
    """As a date: Wagtail's column says how long ago, and "just now" of what is to come."""

    def get_value(self, instance):
        value = super().get_value(instance)
        if value is None:
            return ""
        day = localtime(value) if isinstance(value, dt.datetime) else value
        return date_format(day, "SHORT_DATE_FORMAT")
