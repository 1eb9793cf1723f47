"""The demo's organisations and the steps at which they help."""

from typing import Any

from ..certainty import Certainty
from ..models import Need, Organisation
from .writing import READ_ON, read

TEXTS = ("offers", "audiences", "grants", "deadlines")


def load_organisations() -> int:
    """How many were made; what editors changed stays."""
    needs = _needs()
    return sum(_organisation(entry, needs) for entry in read("organisations.toml")["organisation"])


def _needs() -> dict[str, Need]:
    found: dict[str, Need] = {}
    steps: dict[str, int] = {}
    for entry in read("needs.toml")["need"]:
        purpose = entry["purpose"]
        steps[purpose] = steps.get(purpose, 0) + 1
        defaults = {"names": entry["names"], "purpose": purpose, "position": steps[purpose]}
        found[entry["slug"]], _made = Need.objects.get_or_create(
            slug=entry["slug"], defaults=defaults
        )
    return found


def _organisation(entry: dict[str, Any], needs: dict[str, Need]) -> bool:
    organisation, made = Organisation.objects.get_or_create(
        slug=entry["slug"],
        defaults={
            **{name: entry.get(name, {}) for name in TEXTS},
            "names": entry["names"],
            "url": entry["url"],
            "locality": entry.get("locality", ""),
            "audience_kinds": entry.get("audience_kinds", []),
            "certainty": entry.get("certainty", Certainty.OFFICIAL),
            "to_confirm": entry.get("confirm", False),
            "reviewed_on": READ_ON,
        },
    )
    if made:
        organisation.needs.set(needs[slug] for slug in entry.get("needs", []))
    return made
