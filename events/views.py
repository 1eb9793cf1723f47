"""Registering for an event: a form, then a link from a mail to confirm or cancel."""

from allauth.core import ratelimit
from allauth.core.internal.ratelimit import get_ip
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cluster.core.sections import locate
from cluster.counter import times

from .choices import PublicState, RegistrationMode, State
from .models import AgendaPage, EventPage, Registration
from .registering import registration as seats
from .registering.forms import RegistrationForm
from .registering.ticket import has_door, qr_svg
from .registering.times import begin_and_end, sessions_of, takes_place

LIMIT = "event_registration"
FROM_A_NETWORK = {600: 600, 24 * 60 * 60: 3_000}
"""How often in so many seconds: a lecture hall, or all who have the same mobile carrier, share an
address."""
ACTIONS = {"confirm": seats.confirm, "accept": seats.accept, "cancel": seats.cancel}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, section: str, slug: str) -> HttpResponse:
    event = _event(request, slug, registering=True)
    user = request.user if request.user.is_authenticated else None
    form = RegistrationForm(request.POST or None, event=event, user=user)
    status = 200
    if request.method == "POST" and form.is_valid():
        if _is_too_much(request, form.cleaned_data["email"]):
            form.add_error(None, _("Too many registrations from here. Please try again later."))
            status = 429
        elif _registered(event, form):
            return redirect(f"{event.link}registration/sent/")
    return render(request, "events/registration.html", _context(event, form=form), status=status)


@never_cache
def sent(request: HttpRequest, section: str, slug: str) -> HttpResponse:
    event = _event(request, slug, registering=True)
    return render(request, "events/registration_sent.html", _context(event, below="sent/"))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, section: str, slug: str, token: str) -> HttpResponse:
    """Shows a registration to whoever has its link; nothing changes by following it alone."""
    event = _event(request, slug)
    registration = _registration(event, token)
    if request.method == "POST":
        if act := ACTIONS.get(request.POST.get("action", "")):
            act(registration)
        return redirect(request.path)
    context = _context(event, below=f"{token}/", registration=registration)
    context |= _standing(event, registration)
    return render(request, "events/registration_answer.html", context)


@never_cache
@require_http_methods(["GET", "HEAD"])
def ticket(request: HttpRequest, section: str, slug: str, token: str) -> HttpResponse:
    """The code for the door, of those who have a seat."""
    event = _event(request, slug)
    registration = _registration(event, token)
    if not registration.has_seat:
        raise Http404
    return HttpResponse(qr_svg(registration), content_type="image/svg+xml")


def _is_too_much(request: HttpRequest, email: str) -> bool:
    """From one network, or for one address. The library's own limit waits for a lock, and refuses
    those who wait for a second: of a network that is asked of by many at once, some."""
    network = f"events.registration.{get_ip(request)}"
    numbers = {seconds: times(f"{network}.{seconds}", seconds) for seconds in FROM_A_NETWORK}
    if any(number > FROM_A_NETWORK[seconds] for seconds, number in numbers.items()):
        return True
    return not ratelimit.consume(request, action=LIMIT, key=email)


def _registration(event: EventPage, token: str) -> Registration:
    """Of this event, whatever session it is for."""
    rows = Registration.objects.filter(seats__translation_key=event.translation_key)
    return get_object_or_404(rows.select_related("seats"), token=token)


def _standing(event: EventPage, registration: Registration) -> dict:
    """When they are to come, and why it may be that nobody comes then; whether they do, and need
    the code for the door."""
    over = begin_and_end(registration.seats, event)[1] < timezone.now()
    state = PublicState.OVER if event.state == State.ANNOUNCED and over else event.public_state
    gone = not takes_place(registration.seats, event)
    comes = registration.has_seat and not (
        gone or state in (PublicState.OVER, PublicState.CANCELLED)
    )
    return {
        "sessions": sessions_of(registration.seats, event),
        "gone": gone,
        "state": state,
        "comes": comes,
        "ticket": comes and has_door(event),
    }


def _registered(event: EventPage, form: RegistrationForm) -> bool:
    try:
        seats.register(event, language=get_language() or "fr", **form.registration)
    except seats.RegistrationClosed:
        form.add_error(None, _("Registration for this event is closed."))
        return False
    return True


def _event(request: HttpRequest, slug: str, *, registering: bool = False) -> EventPage:
    """Links that were mailed work on where people register on this site no longer."""
    found = locate(request.path)
    if found is None or found[0].model != AgendaPage._meta.label_lower:
        raise Http404
    event = EventPage.objects.public_at(found[0].page(), slug)
    if event is None or (registering and event.registration != RegistrationMode.HERE):
        raise Http404
    if found[0].restricted and not _may_read(request, event):
        raise Http404
    return event


def _may_read(request: HttpRequest, event: EventPage) -> bool:
    return all(one.accept_request(request) for one in event.get_view_restrictions())


def _context(event: EventPage, below: str = "", **more) -> dict:
    """`below` is what follows the address of the form, alike in all languages."""
    return {
        "page": event,
        "event": event,
        "sessions": event.sessions.all(),
        "breadcrumbs": event.get_breadcrumbs(),
        "alternates": [
            (language, f"{link}registration/{below}") for language, link in event.get_alternates()
        ],
        **more,
    }
