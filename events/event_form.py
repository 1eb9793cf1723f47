"""The form in which an editor writes an event."""

import datetime as dt
import re
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput

from cluster.core.admin_forms import Entries, EntriesPanel, PageForm
from cluster.core.days import date_format

from .choices import MONTHLY, Repeat, State
from .dates import LAST
from .keeping_people import left_alone, of_other_kind
from .repeating import days, hours_on, is_last_of_its_weekday

if TYPE_CHECKING:
    from .models import EventSession

MOST_SESSIONS = 200
REPEAT_FIELDS = ("repeat_every", "repeat_on", "repeat_until", "repeat_except")
TOO_MANY = _("An event can have at most %(most)s sessions: choose an earlier date.")
ALL_CANCELLED = _(
    "No date takes place any more: choose the state “Cancelled” instead, for the whole event."
)
NOTHING_NEW = _("Until then no session is added: choose a later date.")
NO_DATE = _("“%(text)s” is not a date. Write each as 2026-05-31, on a line of its own.")


class Sessions(Entries):
    """Rows of the form, and `repeated` ones that it adds when it is saved."""

    repeated: "Sequence[EventSession]" = ()

    @property
    def written(self) -> "list[EventSession]":
        """In the editor's order, without those to be removed."""
        return [form.instance for form in self.ordered_forms]

    def clean(self, *args, **kwargs):
        super().clean(*args, **kwargs)
        if not any(self.errors):
            gone = self.deleted_forms
            left_alone(self.instance, [one.instance for one in self.forms if one not in gone])

    def save(self, commit=True):
        saved = super().save(commit=False)
        rows = getattr(self.instance, self.rel_name)
        if self.repeated:
            in_time = sorted([*rows.all(), *self.repeated], key=lambda session: session.start)
            for place, session in enumerate(in_time):
                session.sort_order = place
            rows.add(*self.repeated)
        if commit:
            rows.commit()
        return saved


class SessionsPanel(EntriesPanel):
    entries = Sessions


class EventPageForm(PageForm):
    """Whoever says how the first session repeats finds the others among the rows, once saved."""

    repeat_every = forms.ChoiceField(
        label=_("Repeated"), choices=[("", _("Not repeated")), *Repeat.choices], required=False
    )
    repeat_on = forms.TypedMultipleChoiceField(
        label=_("On these days"),
        choices=list(WEEKDAYS.items()),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    repeat_until = forms.DateField(
        label=_("Until"),
        widget=AdminDateInput,
        error_messages={"invalid": _("Write a date as 2026-05-31.")},
        required=False,
    )
    repeat_except = forms.CharField(
        label=_("Except on"), widget=AdminAutoHeightTextInput, max_length=2000, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if sessions := self.formsets.get("sessions"):
            sessions.error_messages["too_few_forms"] = _(
                "An event needs at least one session: when does it start and end?"
            )

    def clean_repeat_except(self) -> set[dt.date]:
        return dates_in(self.cleaned_data["repeat_except"])

    def clean(self):
        super().clean()
        if wrong := of_other_kind(self.instance, self.cleaned_data.get("registration_for")):
            self.add_error("registration_for", wrong)
        sessions = self.formsets.get("sessions")
        if sessions and not self.errors.keys() & set(REPEAT_FIELDS) and sessions.is_valid():
            try:
                sessions.repeated = self._repeated(sessions)
            except ValidationError as wrong:
                self.add_error(None, wrong)
            else:
                self._check_that_a_date_is_held(sessions)
        return self.cleaned_data

    def _check_that_a_date_is_held(self, sessions: Sessions) -> None:
        dates = [*sessions.written, *sessions.repeated]
        called_off = dates and all(one.cancelled for one in dates)
        if called_off and self.cleaned_data.get("state") != State.CANCELLED:
            self.add_error("state", ALL_CANCELLED)

    def _repeated(self, sessions: Sessions) -> "list[EventSession]":
        """The rows still missing; raises what is wrong, each beside its field."""
        every, *others = (self.cleaned_data[name] for name in REPEAT_FIELDS)
        if not every:
            if any(others):
                raise ValidationError({"repeat_every": _("Say how often the session repeats.")})
            return []
        written = sessions.written
        if not written:
            raise ValidationError({"repeat_every": _("Write the first session: it is repeated.")})
        first = written[0]
        if wrong := self._misfits(first.first_day):
            raise ValidationError(wrong)
        there = {session.start for session in written}
        try:
            hours = [hours_on(day, first.start, first.end) for day in self._days(first.first_day)]
        except ValidationError as unclear:
            raise ValidationError({"repeat_except": unclear}) from unclear
        missing = [(start, end) for start, end in hours if start not in there]
        if len(written) + len(missing) > MOST_SESSIONS:
            most = ValidationError(TOO_MANY, params={"most": MOST_SESSIONS})
            raise ValidationError({"repeat_until": most})
        if not missing:
            raise ValidationError({"repeat_until": NOTHING_NEW})
        return [
            sessions.model(start=start, end=end, all_day=first.all_day, capacity=first.capacity)
            for start, end in missing
        ]

    def _days(self, first: dt.date) -> list[dt.date]:
        """After the first, as many as tell that they are too many."""
        every, on, until, excepted = (self.cleaned_data[name] for name in REPEAT_FIELDS)
        found = days(Repeat(every), first, until, weekdays=on, excepted={first, *excepted})
        return list(islice(found, MOST_SESSIONS))

    def _misfits(self, first: dt.date) -> dict[str, ValidationError]:
        """What says nothing together with the first session, by field."""
        every, on, until, excepted = (self.cleaned_data[name] for name in REPEAT_FIELDS)
        words = {"day": date_format(first, "SHORT_DATE_FORMAT"), "weekday": date_format(first, "l")}
        wrong = {}
        if not until:
            wrong["repeat_until"] = _("Say until when the session repeats.")
        elif until < first:
            wrong["repeat_until"] = _("This is before the first session, on %(day)s.")
        elif until > LAST:
            wrong["repeat_until"] = _("Choose a date in this century.")
        if on and every in MONTHLY:
            wrong["repeat_on"] = _("Every month it is the day of the first session: tick none.")
        elif on and first.weekday() not in on:
            wrong["repeat_on"] = _("The first session is on a %(weekday)s: tick that day as well.")
        if every == Repeat.LAST_WEEKDAY and not is_last_of_its_weekday(first):
            wrong["repeat_every"] = _(
                "The first session is not on the last %(weekday)s of its month."
            )
        if first in excepted:
            wrong["repeat_except"] = _("The first session is on %(day)s: move it to another day.")
        return {name: ValidationError(text, params=words) for name, text in wrong.items()}


def dates_in(text: str) -> set[dt.date]:
    """Raises every word that is none."""
    field, found, wrong = forms.DateField(), set[dt.date](), []
    for word in re.split(r"[\s,;]+", text.strip()):
        try:
            if day := field.to_python(word):
                found.add(day)
        except ValidationError:
            wrong.append(ValidationError(NO_DATE, params={"text": word}))
    if wrong:
        raise ValidationError(wrong)
    return found
