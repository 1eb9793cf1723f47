"""How editors enter a figure: its name, and its values, one for each period."""

import datetime as dt
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from .figures_read import pages_that_read


class FigureForm(WagtailAdminModelForm):
    """An end that is left open ends where the next value begins; one that is said has to fit."""

    def clean_slug(self) -> str:
        name: str = self.cleaned_data["slug"]
        before = self.initial.get("slug")
        if before and name != before and (pages := pages_that_read(before)):
            message = _("“%(page)s” calculates with “%(name)s”: it has to keep this name.")
            raise ValidationError(message, params={"page": pages[0], "name": before})
        return name

    def is_valid(self) -> bool:
        return super().is_valid() and not self._overlap()

    def _overlap(self) -> bool:
        rows = [row for row in self.formsets["values"].forms if not _left_out(row)]
        rows.sort(key=lambda row: row.cleaned_data["valid_from"] or dt.date.min)
        wrong = False
        for before, after in pairwise(rows):
            if message := _why_not(
                before.cleaned_data["valid_to"], after.cleaned_data["valid_from"]
            ):
                after.add_error("valid_from", message)
                wrong = True
        return wrong


def _why_not(end: dt.date | None, begin: dt.date | None) -> Promise | None:
    if begin is None:
        return _("Another value has no beginning either: say when this one begins.")
    if end and end >= begin:
        return _("Another value is still valid on that day: end it before.")
    return None


def _left_out(row) -> bool:
    return not row.cleaned_data or bool(row.cleaned_data.get("DELETE"))
