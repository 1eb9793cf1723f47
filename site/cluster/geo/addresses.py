"""The place named in an address as people write it: `12, rue Haute, L-4010 Esch-sur-Alzette`."""

import re

from .gazetteer import Locality, find

BETWEEN_PARTS = re.compile(r"[,;\n]|\b(?:[A-Za-z]{1,2}\s?-\s?)?\d{4,5}\b")


def locality_in(address: str) -> Locality | None:
    """The last part, between commas, line ends and postcodes, that is a place's name."""
    parts = reversed(BETWEEN_PARTS.split(address[:300]))
    return next((found for part in parts if (found := find(part))), None)
