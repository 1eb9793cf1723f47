"""The procedure that applies by the thresholds of a day, and the days it leaves for answers.

Sources: https://marches.public.lu/fr/procedures/seuils/faible-envergure.html and
https://marches.public.lu/fr/procedures/dossier-soumission/avis-de-marche.html
"""

from decimal import Decimal
from enum import StrEnum

from ..calculating.figures import Figures

FREE_BELOW = "tender-free-procedure-ceiling"
THREE_UP_TO = "tender-three-candidates-ceiling"
EUROPEAN_CENTRAL_ABOVE = "tender-eu-threshold-central"
EUROPEAN_OTHER_ABOVE = "tender-eu-threshold-other"
"""In no source that was read: where editors add it, it counts."""
CANDIDATES = "tender-minimum-candidates"
COMMISSION_ABOVE = "tender-commission-threshold"
BOOK_1_DAYS = "tender-book1-days"
BOOK_1_SHORT_DAYS = "tender-book1-short-days"
BOOK_2_DAYS = "tender-book2-days"
BOOK_2_SHORT_DAYS = "tender-book2-short-days"
ELECTRONIC_DAYS = "tender-electronic-days-less"
AGENCIES = "pitch-agencies"
WEEKS = ("pitch-weeks-min", "pitch-weeks-max")
WASTE = "pitch-waste"
COST = "pitch-cost"
NAMES = (
    *(FREE_BELOW, THREE_UP_TO, EUROPEAN_CENTRAL_ABOVE, EUROPEAN_OTHER_ABOVE, CANDIDATES),
    *(COMMISSION_ABOVE, BOOK_1_DAYS, BOOK_1_SHORT_DAYS, BOOK_2_DAYS, BOOK_2_SHORT_DAYS),
    *(ELECTRONIC_DAYS, AGENCIES, *WEEKS, WASTE, COST),
)


class Buyer(StrEnum):
    CENTRAL = "central"
    PUBLIC = "public"
    PRIVATE = "private"


class Procedure(StrEnum):
    PRIVATE = "private"
    FREE = "free"
    THREE = "three"
    NATIONAL = "national"
    EUROPEAN = "european"


def procedure_for(buyer: str, amount: Decimal, figures: Figures) -> Procedure:
    """`amount` is the estimate without VAT. A central authority's European threshold lies below
    the end of the procedure with three candidates and comes first."""
    if buyer == Buyer.PRIVATE:
        return Procedure.PRIVATE
    if amount < figures[FREE_BELOW]:
        return Procedure.FREE
    if _is_european(buyer, amount, figures):
        return Procedure.EUROPEAN
    if amount <= figures[THREE_UP_TO]:
        return Procedure.THREE
    return Procedure.NATIONAL


def candidates_for(procedure: Procedure, figures: Figures) -> int | None:
    """How many have to be asked at least; None where the register knows of no such rule."""
    return figures.whole(CANDIDATES) if procedure == Procedure.THREE else None


def days_for(
    procedure: Procedure, figures: Figures, *, urgent: bool, electronic: bool
) -> int | None:
    """Days from the notice to the deadline at least; None where there is no notice."""
    less = figures.whole(ELECTRONIC_DAYS) if electronic else 0
    if procedure == Procedure.NATIONAL:
        return figures.whole(BOOK_1_SHORT_DAYS if urgent else BOOK_1_DAYS) - less
    if procedure == Procedure.EUROPEAN and urgent:
        return figures.whole(BOOK_2_SHORT_DAYS)
    if procedure == Procedure.EUROPEAN:
        return figures.whole(BOOK_2_DAYS) - less
    return None


def basis_of(
    procedure: Procedure, buyer: str, *, urgent: bool = False, electronic: bool = False
) -> list[str]:
    """The names of the figures that the answer stands on."""
    book_1 = [BOOK_1_SHORT_DAYS if urgent else BOOK_1_DAYS]
    book_2 = [BOOK_2_SHORT_DAYS if urgent else BOOK_2_DAYS]
    less = [ELECTRONIC_DAYS] if electronic else []
    european = EUROPEAN_CENTRAL_ABOVE if buyer == Buyer.CENTRAL else EUROPEAN_OTHER_ABOVE
    return {
        Procedure.PRIVATE: [],
        Procedure.FREE: [FREE_BELOW],
        Procedure.THREE: [FREE_BELOW, THREE_UP_TO, european, CANDIDATES],
        Procedure.NATIONAL: [THREE_UP_TO, european, *book_1, *less],
        Procedure.EUROPEAN: [european, *book_2, *([] if urgent else less)],
    }[procedure]


def _is_european(buyer: str, amount: Decimal, figures: Figures) -> bool:
    if buyer == Buyer.CENTRAL:
        return amount > figures[EUROPEAN_CENTRAL_ABOVE]
    return EUROPEAN_OTHER_ABOVE in figures and amount > figures[EUROPEAN_OTHER_ABOVE]
