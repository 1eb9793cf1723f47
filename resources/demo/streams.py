"""The demo's TOML as Wagtail stores stream content: names of registers become their ids."""

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..models import Figure, Organisation
from ..procedures.wording import BUYERS, PROCEDURES

Entry = dict[str, Any]
LISTS = ("steps", "lines", "questions")


@dataclass(frozen=True, slots=True)
class References:
    figures: dict[str, int]
    organisations: dict[str, int]

    @classmethod
    def of_registers(cls) -> "References":
        return cls(
            dict(Figure.objects.values_list("slug", "pk")),
            dict(Organisation.objects.values_list("slug", "pk")),
        )


FIGURE = re.compile(r"\{figure:([\w-]+)\}")


def with_figures(text: str, references: References) -> str:
    """`{figure:vat-rates}` as rich text names a figure."""

    def named(match: re.Match[str]) -> str:
        return f'<embed embedtype="figure" id="{references.figures[match.group(1)]}"/>'

    return FIGURE.sub(named, text)


def guide_body(entries: Iterable[Entry], references: References) -> list[Entry]:
    return [
        _child(place, entry["type"], _value(entry, references))
        for place, entry in enumerate(entries)
    ]


def checklist_items(entries: Iterable[Entry], references: References) -> list[Entry]:
    defaults = {
        "buyers": [buyer for buyer, _label in BUYERS],
        "procedures": [procedure for procedure, _label in PROCEDURES],
        "above": None,
        "days_before": None,
        "figures": [],
        "source_name": "",
        "source_url": "",
    }
    return [
        _child(place, "item", defaults | _value(entry, references))
        for place, entry in enumerate(entries)
    ]


def _child(place: int, kind: str, value: Entry) -> Entry:
    # The same id in every language: a visitor's ticks survive a change of language.
    return {"id": str(uuid.UUID(int=place + 1)), "type": kind, "value": value}


def _value(entry: Entry, references: References) -> Entry:
    value = {name: content for name, content in entry.items() if name != "type"}
    if "figures" in value:
        value["figures"] = _listed(references.figures[slug] for slug in value["figures"])
    if value.get("above"):
        value["above"] = references.figures[value["above"]]
    for name in LISTS:
        if value.get(name):
            value[name] = _listed(
                _value(one, references) if isinstance(one, dict) else one for one in value[name]
            )
    if entry.get("type") == "helpers":
        value["items"] = _listed(_helper(item, references) for item in value["items"])
    if entry.get("type") == "coming":
        value.setdefault("branch", None)
    return {
        name: with_figures(content, references) if isinstance(content, str) else content
        for name, content in value.items()
    }


def _helper(item: Entry, references: References) -> Entry:
    organisation = references.organisations[item["organisation"]]
    return _value({**item, "organisation": organisation}, references)


def _listed(values: Iterable[Any]) -> list[Entry]:
    return [
        {"id": str(uuid.UUID(int=place + 1)), "type": "item", "value": value}
        for place, value in enumerate(values)
    ]
