"""Once a day: who is asked, whose profile says that nobody answered, and whose goes."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from cluster.accounts.mail import letter, post

from ..models import ProfilePage
from ..querysets import FADED_AFTER, LAPSED_AFTER
from .links import link
from .renewing import fade, lapse, mark_reminded


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    due: Callable[[dt.datetime], QuerySet[ProfilePage]]
    take: Callable[[int, dt.datetime], bool]
    """In a transaction; False where somebody else has taken it."""


STEPS = (
    # The last first: no profile takes two steps on one day.
    Step("lapsed", lambda now: ProfilePage.objects.to_lapse(now), lapse),
    Step("faded", lambda now: ProfilePage.objects.to_fade(now), fade),
    Step("reminded", lambda now: ProfilePage.objects.to_be_reminded(now), mark_reminded),
)


def check(step: Step, now: dt.datetime) -> Iterator[Exception | None]:
    """Takes the step for every profile that is due and tells its member; for each the error that
    kept the mail from leaving, where the step is taken back and is due again tomorrow."""
    for pk in list(step.due(now).order_by("pk").values_list("pk", flat=True)):
        try:
            with transaction.atomic():
                if step.take(pk, now):
                    _tell(pk, step.name)
        except Exception as error:  # noqa: BLE001 - whatever it is, the others are told
            yield error
        else:
            yield None


def _tell(pk: int, step: str) -> None:
    """In the same transaction: who is not told was not asked. Nobody reads some profiles' mail;
    editors find those on their desk."""
    page = ProfilePage.objects.select_related("member").get(pk=pk)
    if not page.messages_go_to:
        return
    context: dict[str, Any] = {
        "name": page.title,
        "confirmed_at": page.confirmed_at,
        "renew": link(page),
        "fades_in": FADED_AFTER.days,
        "lapses_in": LAPSED_AFTER.days,
    }
    said = letter(f"directory/mail/{step}.txt", context, language=page.mail_language)
    post(**said, to=page.messages_go_to)
