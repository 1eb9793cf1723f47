"""Invented entries of the registers, for an editor who looks at a block before choosing it."""

import datetime as dt
from decimal import Decimal

from django.apps import apps
from django.utils.translation import gettext
from wagtail.documents import get_document_model

from ..certainty import Certainty


def figure():
    """Never kept: what a block shows before the register holds anything."""
    made = apps.get_model("resources.Figure")(
        names={"en": gettext("Turnover up to which VAT need not be charged")}, units={"en": "€"}
    )
    made.current = apps.get_model("resources.FigureValue")(
        amount=Decimal(50_000),
        valid_from=dt.date(2025, 1, 1),
        source_name=gettext("Who publishes the number"),
        certainty=Certainty.EXAMPLE,
    )
    return made


def document():
    """Never kept, and no file behind it."""
    made = get_document_model()(id=0, title=gettext("Request for the aid"), file_size=84_000)
    made.file.name = "request.pdf"
    return made


def organisation():
    return apps.get_model("resources.Organisation")(
        names={"en": gettext("Travel grant")},
        offers={"en": gettext("Half of the journey to a fair abroad.")},
        audiences={"en": gettext("Freelancers and studios.")},
        deadlines={"en": gettext("Six weeks before you leave.")},
        url="https://example.org/",
        certainty=Certainty.EXAMPLE,
    )
