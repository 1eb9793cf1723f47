"""What editors do with the registrations of one event: move people, close, write to all."""

import uuid

from django import forms
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from cluster.core.plain import one_line

from ..models import Audience, EventMailing, EventSeats, Registration
from . import registration as seating
from .access import seats_for
from .mailing import AlreadySent, write_to
from .sessions import narrowed, number_in, session_choices, sessions_with_numbers

RECENT = 20


class WriteForm(forms.Form):
    audience = forms.ChoiceField(
        label=gettext_lazy("To whom"),
        choices=Audience.choices,
        initial=Audience.CONFIRMED,
        help_text=gettext_lazy(
            "Whoever has not confirmed their address gets it only where the event is cancelled."
        ),
    )
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=150, validators=[one_line])
    text = forms.CharField(
        label=gettext_lazy("Text"), max_length=5000, widget=forms.Textarea({"rows": 12})
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, sessions, **kwargs):
        """`sessions` as choices; empty where people register for the whole event."""
        super().__init__(*args, **kwargs)
        self.sessions = sessions
        if sessions:
            self.fields["session"] = forms.ChoiceField(
                label=_("Of which session"),
                choices=[("", _("All sessions")), *sessions],
                required=False,
            )


@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    seats = seats_for(request.user, pk)
    row = get_object_or_404(seats.people, pk=number_in(request.POST.get("registration", "")))
    match request.POST.get("to"):
        case "seat" | "beyond" as to:
            _let_in(request, row, beyond=to == "beyond")
        case "line":
            seating.send_to_line(row)
            messages.success(request, _("%(name)s waits again.") % {"name": row.name})
        case "session":
            _to_session(request, row, narrowed(seats, request.POST.get("session", "")))
        case "out":
            seating.cancel(row)
            messages.success(request, _("%(name)s is cancelled.") % {"name": row.name})
    return redirect("event_people", seats.pk)


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Says what is to be, not the other: two clicks agree. Who waits can still move up."""
    seats = seats_for(request.user, pk)
    seats.closed = request.POST.get("closed") == "yes"
    seats.save(update_fields=["closed"])
    if seats.closed:
        messages.success(request, _("Nobody else can register now."))
    else:
        messages.success(request, _("People can register again."))
    return redirect("event_people", seats.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, pk: int) -> HttpResponse:
    seats = seats_for(request.user, pk)
    sessions = session_choices(seats, sessions_with_numbers(seats))
    form = WriteForm(request.POST or None, initial={"key": uuid.uuid4()}, sessions=sessions)
    if request.method == "POST" and form.is_valid():
        try:
            said = {**form.cleaned_data}
            part = narrowed(seats, said.pop("session", ""))
            mailing = write_to(part, by=request.user, **said)
        except AlreadySent:
            form = _to_send_anew(form)
        else:
            _say_how_many(request, mailing.copies.count())
            return redirect("event_write", seats.pk)
    context = {"seats": seats, "form": form, "mailings": _mailings(seats)}
    return render(request, "events/admin/write.html", context)


def _to_send_anew(form: WriteForm) -> WriteForm:
    """What was typed, as a mail of its own."""
    form = WriteForm(form.cleaned_data | {"key": uuid.uuid4()}, sessions=form.sessions)
    form.add_error(
        None, _("A mail with other words was sent from here. Send again to send this one too.")
    )
    return form


def _say_how_many(request: HttpRequest, number: int) -> None:
    said = ngettext(
        "The mail is on its way to %(number)d person.",
        "The mail is on its way to %(number)d people.",
        number,
    )
    messages.success(request, said % {"number": number})


def _let_in(request: HttpRequest, row: Registration, *, beyond: bool) -> None:
    try:
        seating.let_in(row, beyond=beyond)
    except seating.NoSeat:
        messages.error(
            request, _("There are not enough free seats for %(name)s.") % {"name": row.name}
        )
    else:
        messages.success(request, _("%(name)s has a seat.") % {"name": row.name})


def _to_session(request: HttpRequest, row: Registration, session: EventSeats) -> None:
    words = {"name": row.name, "when": session.when if session.of_session else ""}
    if not (session.of_session and session.takes_place):
        messages.error(request, _("Choose a session."))
        return
    try:
        seating.change_session(row, session)
    except seating.NoSeat:
        said = _("There are not enough free seats for %(name)s on %(when)s.")
        messages.error(request, said % words)
    except seating.AlreadyThere:
        messages.error(request, _("%(name)s is registered for %(when)s already.") % words)
    else:
        messages.success(request, _("%(name)s is moved to %(when)s.") % words)


def _mailings(seats: EventSeats):
    """The last ones, with how many copies there are and how many have left."""
    written = EventMailing.objects.filter(seats__translation_key=seats.translation_key)
    counted = written.select_related("written_by", "seats").annotate(
        everybody=Count("copies"), left=Count("copies", filter=Q(copies__sent_at__isnull=False))
    )
    return counted.order_by("-written_at", "-pk")[:RECENT]
