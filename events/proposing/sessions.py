"""The dates of a proposed event, typed on a phone: a row for each time people come."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.utils import from_current_timezone
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..dates import FIRST, LAST, last_moment, local, local_day, midnight
from ..event_form import MOST_SESSIONS
from ..models import EventSession

if TYPE_CHECKING:
    from ..models import EventPage

ROOM = 4


class SessionForm(forms.Form):
    uid = forms.UUIDField(required=False, widget=forms.HiddenInput)
    day = forms.DateField(
        label=_("Day"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    start = forms.TimeField(
        label=_("From what hour"),
        required=False,
        help_text=_("Empty: the whole day."),
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    end = forms.TimeField(
        label=_("Until what hour"),
        required=False,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    last_day = forms.DateField(
        label=_("Last day"),
        required=False,
        help_text=_("Only where it lasts several days."),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.errors or not data.get("day"):
            return data
        first, last = data["day"], data.get("last_day") or data["day"]
        if not all(FIRST <= day < LAST for day in (first, last)):
            self.add_error("day", _("Choose a date in this century."))
        elif data.get("end") and not data.get("start"):
            self.add_error("start", _("When does it begin?"))
        else:
            self._set_moments(data, first, last)
        return data

    def _set_moments(self, data: dict[str, Any], first: dt.date, last: dt.date) -> None:
        data["all_day"] = not data.get("start")
        if data["all_day"]:
            data["starts"], data["ends"] = midnight(first), last_moment(last)
        else:
            data["starts"] = self._moment("start", first)
            data["ends"] = self._moment("end" if data.get("end") else "start", last)
        if not self.errors and data["ends"] < data["starts"]:
            name = "last_day" if last < first else "end"
            self.add_error(name, _("The end must not be before the start."))

    def _moment(self, name: str, day: dt.date) -> dt.datetime | None:
        """Says so where the clocks leave an hour out or have it twice."""
        try:
            return from_current_timezone(dt.datetime.combine(day, self.cleaned_data[name]))
        except forms.ValidationError as unclear:
            self.add_error(name, unclear)
            return None


class Sessions(forms.BaseFormSet):
    default_error_messages = {
        **forms.BaseFormSet.default_error_messages,
        "too_few_forms": _("When does it take place?"),
    }

    def add_fields(self, form, index) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Take this date away")

    @property
    def rows(self) -> list[dict[str, Any]]:
        gone = self.deleted_forms
        kept = [form.cleaned_data for form in self.forms if form not in gone]
        return sorted((row for row in kept if row.get("day")), key=lambda row: row["starts"])

    def clean(self) -> None:
        if any(self.errors):
            return
        if not any(row["ends"] > timezone.now() for row in self.rows):
            raise forms.ValidationError(_("This is over: give a date that is still to come."))

    def keep(self, page: "EventPage") -> None:
        """In memory; a session that was there before stays the same one in calendars."""
        there: dict[Any, EventSession] = {one.uid: one for one in page.sessions.all()}
        changed = [
            _changed(there.pop(row["uid"], EventSession()), row, place)
            for place, row in enumerate(self.rows)
        ]
        page.sessions.set(changed)


SessionFormSet: Any = forms.formset_factory(
    SessionForm,
    formset=Sessions,
    extra=ROOM,
    min_num=1,
    validate_min=True,
    max_num=MOST_SESSIONS,
    absolute_max=MOST_SESSIONS + ROOM,
    validate_max=True,
    can_delete=True,
    can_delete_extra=False,
)


def sessions_form(page: "EventPage", data: Any = None) -> Sessions:
    initial = [_typed(session) for session in page.sessions.all()]
    return SessionFormSet(data, initial=initial, prefix="when")


def _typed(session: EventSession) -> dict[str, Any]:
    """As somebody would have written it."""
    hours = {}
    if not session.all_day:
        hours = {"start": local(session.start).time(), "end": local(session.end).time()}
    ends_on = local_day(session.end)
    last = None if ends_on == session.first_day else ends_on
    return {"uid": session.uid, "day": session.first_day, "last_day": last, **hours}


def _changed(session: EventSession, row: dict[str, Any], place: int) -> EventSession:
    """A date that is moved takes place again."""
    session.cancelled = session.cancelled and session.start == row["starts"]
    session.start, session.end = row["starts"], row["ends"]
    session.all_day, session.sort_order = row["all_day"], place
    return session
