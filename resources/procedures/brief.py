"""A brief that can be published as it is: what the checklist was told, and what it decided."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cluster.core.days import date_format

from .answering import Answer
from .thresholds import Buyer


def brief(answer: Answer, said: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Heading and lines of each part that there is something to say in."""
    parts = [
        (_("Who launches it"), [said.get("organiser", "")]),
        (_("Aim and audience"), _lines(said, "aim")),
        (_("What is to be delivered"), _lines(said, "work")),
        (_("Procedure"), _procedure(answer)),
        (_("Timetable"), _timetable(answer)),
        (_("Budget"), _budget(answer)),
        (_("Payment of the candidates"), _payment(answer, said)),
        (_("Criteria and their weight"), _lines(said, "criteria")),
        (_("Rights of use"), _lines(said, "rights")),
        (_("Questions and offers to"), _lines(said, "contact")),
    ]
    kept = [(heading, [line for line in lines if line]) for heading, lines in parts]
    return [(heading, lines) for heading, lines in kept if lines]


def as_text(title: str, parts: list[tuple[str, list[str]]]) -> str:
    blocks = [title, *(f"{heading}\n" + "\n".join(lines) for heading, lines in parts)]
    return "\n\n".join(block for block in blocks if block)


def _lines(said: dict[str, Any], name: str) -> list[str]:
    return str(said.get(name) or "").splitlines()


def _procedure(answer: Answer) -> list[str]:
    number = answer.verdict.candidates
    asked = (
        ngettext(
            "At least %(number)d candidate is asked.", "At least %(number)d are asked.", number
        )
        % {"number": number}
        if number
        else ""
    )
    invited = answer.case.invited
    said = (
        ngettext("%(number)d agency is invited.", "%(number)d agencies are invited.", invited)
        % {"number": invited}
        if invited
        else ""
    )
    return [answer.procedure, asked, said]


def _timetable(answer: Answer) -> list[str]:
    return [
        f"{said}: {date_format(day)}"
        for name, said, day in answer.dates
        if name != "earliest" or not answer.case.deadline
    ]


def _budget(answer: Answer) -> list[str]:
    """A private buyer's only: a public one may not disclose its estimate under Livre I."""
    if answer.case.buyer != Buyer.PRIVATE or answer.case.amount is None:
        return []
    amount = number_format(answer.case.amount, 2, force_grouping=True)
    return [_("%(amount)s € without VAT") % {"amount": amount}]


def _payment(answer: Answer, said: dict[str, Any]) -> list[str]:
    if fee := said.get("fee"):
        amount = number_format(fee, 2, force_grouping=True)
        return [_("Each candidate who is not chosen receives %(amount)s €.") % {"amount": amount}]
    if answer.case.payment == "unpaid":
        return [_("Creative work before the award is not paid.")]
    return []
