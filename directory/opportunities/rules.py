"""What an opportunity must say, and what its poster and the editors should think about."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cluster.core.plain import web_address
from cluster.geo import gazetteer
from cluster.geo.forms import unknown_locality

from .choices import Kind, Pay, Workplace

if TYPE_CHECKING:
    from .models import OpportunityPage

UNPAID = _(
    "This is unpaid creative work. Say in the text why, and what people get from it;"
    " editors look closely at it."
)
CONTEST = _("A contest asks for work before anybody is chosen: check that its fee is fair.")


def https_only(value: str) -> None:
    web_address(value)
    if not value.startswith("https://"):
        raise ValidationError(_("Write an address that begins with https://."), code="not_https")


def check(page: "OpportunityPage") -> None:
    """Writes the place officially, empties what does not apply; raises for what is missing."""
    wrong: dict[str, Promise | ValidationError] = {}
    if page.kind == Kind.CONTEST:
        if not page.rules.strip():
            wrong["rules"] = _(
                "A contest states its rules: who may take part, who decides, whose the work stays."
            )
        if not page.fee.strip():
            wrong["fee"] = _(
                "A contest states what those who hand in work are paid, and what is won."
            )
    wrong |= _check_place(page) | _check_pay(page)
    if wrong:
        raise ValidationError(wrong)


def flags_of(page: "OpportunityPage") -> list[Promise]:
    flags: list[Promise] = [UNPAID] if page.pay == Pay.UNPAID else []
    return [*flags, CONTEST] if page.kind == Kind.CONTEST else flags


def _check_place(page: "OpportunityPage") -> dict[str, Promise | ValidationError]:
    page.locality = page.locality.strip()
    if not page.locality:
        if page.workplace == Workplace.REMOTE:
            return {}
        return {"locality": _("Where is the work done? Name the town, or choose remote.")}
    place = gazetteer.find(page.locality)
    if place is None:
        return {"locality": unknown_locality(page.locality)}
    page.locality = place.name
    return {}


def _check_pay(page: "OpportunityPage") -> dict[str, Promise | ValidationError]:
    if page.pay == Pay.UNPAID:
        page.pay_min = page.pay_max = None
    elif page.pay_min and page.pay_max and page.pay_max < page.pay_min:
        return {"pay_max": _("The second amount is below the first.")}
    return {}
