"""What procedures and cautions are called, and what they ask for, in the reader's language."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from .thresholds import Buyer, Procedure
from .verdict import Caution

BUYERS = [
    (Buyer.CENTRAL.value, _("central authority: State, ministry, administration")),
    (Buyer.PUBLIC.value, _("other public body: commune, public institution")),
    (Buyer.PRIVATE.value, _("private: company, association")),
]
PAYMENTS = [
    ("paid", _("none, or it is paid")),
    ("unpaid", _("yes, and it is not paid")),
]
PROCEDURES: list[tuple[str, Any]] = [
    (Procedure.FREE.value, _("Free negotiated procedure")),
    (Procedure.THREE.value, _("Negotiated procedure with at least three candidates")),
    (Procedure.NATIONAL.value, _("Published procedure, Livre I")),
    (Procedure.EUROPEAN.value, _("European procedure, Livre II")),
    (Procedure.PRIVATE.value, _("No public procedure: the buyer is private")),
]
MEANINGS: dict[str, Any] = {
    Procedure.FREE: _(
        "The buyer may negotiate with one supplier or with several, without a notice."
    ),
    Procedure.THREE: _("The buyer negotiates without a notice, with at least three candidates."),
    Procedure.NATIONAL: _(
        "A notice is published. The specifications are free of charge and the estimate may not be"
        " disclosed."
    ),
    Procedure.EUROPEAN: _("The notice is published in the European Union too."),
    Procedure.PRIVATE: _(
        "No threshold applies. The recommendations of the profession for contests and pitches do."
    ),
}
CAUTIONS: dict[str, Any] = {
    Caution.UNPAID: _("Creative work is asked for and not paid"),
    Caution.MANY: _("More agencies are invited than recommended"),
    Caution.SHORT: _("The deadline is too early"),
}
REASONS: dict[str, Any] = {
    Caution.UNPAID: _(
        "Who is not paid can put little time into it, and whoever loses has worked for nothing. Pay"
        " each one in proportion to what you ask for, or choose by references and a conversation."
    ),
    Caution.MANY: _(
        "The more are invited, the less each can win and put into it; most of the work is thrown"
        " away. Choose by references first, and invite those left."
    ),
    Caution.SHORT: _(
        "The rules leave candidates more days than that between the notice and the deadline."
    ),
}
