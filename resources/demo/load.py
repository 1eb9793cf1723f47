"""Makes what is missing, from the TOML files beside it; what editors changed stays."""

import datetime as dt
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from wagtail.models import Locale

from directory.models import Branch

from ..certainty import Certainty
from ..models import (
    AdvanceSimulatorPage,
    ChecklistPage,
    Figure,
    FigureValue,
    GuidePage,
    HourlyRatePage,
    Organisation,
    PriceListPage,
    PriceRow,
    ResourcesPage,
)
from ..models.base import ResourcePage
from .streams import References, checklist_items, guide_body

HERE = Path(__file__).parent
READ_ON = dt.date(2026, 11, 23)
NEXT_REVIEW = dt.date(2027, 1, 31)
"""Most figures change with the year."""
FIGURES = ("figures.toml", "figures_self_employed.toml", "figures_calculators.toml")
GUIDES = ("export", "self_employed")
LANGUAGES = ("fr", "en")
INTRODUCTIONS = {
    "fr": "Des guides, une liste à cocher et des prix observés, avec leurs sources.",
    "en": "Guides, a checklist and observed prices, with their sources.",
    "de": "Leitfäden, eine Checkliste und beobachtete Preise, mit ihren Quellen.",
    "lb": "Guiden, eng Checklëscht an observéiert Präisser, mat hire Quellen.",
}
EXAMPLE = {"fr": "Donnée d’exemple pour la démonstration", "en": "Example data for the demo"}


@transaction.atomic
def load(say: Callable[[str], None]) -> None:
    figures = load_figures()
    organisations = sum(_organisation(one) for one in _read("organisations.toml")["organisation"])
    say(f"{figures} figures and {organisations} organisations made")
    references = References.of_registers()
    _introduce()
    pages = sum(_guide(name, references) for name in GUIDES)
    pages += _checklist(references)
    pages += _price_list()
    pages += _calculators()
    say(f"{pages} guides, checklists, price lists and calculators made")


def load_figures() -> int:
    return sum(_figure(entry) for name in FIGURES for entry in _read(name)["figure"])


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _figure(entry: dict[str, Any]) -> bool:
    if Figure.objects.filter(slug=entry["slug"]).exists():
        return False
    figure = Figure(slug=entry["slug"], names=entry["names"], units=entry.get("units", {}))
    figure.values = [_value(value) for value in entry["values"]]
    figure.save()
    return True


def _value(entry: dict[str, Any]) -> FigureValue:
    ended = "valid_to" in entry
    return FigureValue(
        amount=Decimal(entry["amount"]) if "amount" in entry else None,
        words=entry.get("words", {}),
        notes=entry.get("notes", {}),
        valid_from=entry.get("valid_from"),
        valid_to=entry.get("valid_to"),
        source_name=entry["source_name"],
        source_url=entry.get("source_url", ""),
        certainty=entry.get("certainty", Certainty.OFFICIAL),
        to_confirm=entry.get("confirm", False),
        reviewed_on=READ_ON,
        next_review=None if ended else NEXT_REVIEW,
    )


def _organisation(entry: dict[str, Any]) -> bool:
    texts = {name: entry.get(name, {}) for name in ("offers", "audiences", "grants", "deadlines")}
    _found, made = Organisation.objects.get_or_create(
        slug=entry["slug"],
        defaults={
            **texts,
            "names": entry["names"],
            "url": entry["url"],
            "certainty": entry.get("certainty", Certainty.OFFICIAL),
            "to_confirm": entry.get("confirm", False),
            "reviewed_on": READ_ON,
        },
    )
    return made


def _introduce() -> None:
    for page in ResourcesPage.objects.filter(introduction="").select_related("locale"):
        page.introduction = INTRODUCTIONS.get(page.locale.language_code, "")
        page.save_revision().publish()


def _guide(name: str, references: References) -> int:
    texts = {language: _read(f"{name}.{language}.toml") for language in LANGUAGES}
    return _translated(
        GuidePage, texts, lambda text: {"body": guide_body(text["body"], references)}
    )


def _checklist(references: References) -> int:
    texts = {language: _read(f"tenders.{language}.toml") for language in LANGUAGES}
    return _translated(
        ChecklistPage, texts, lambda text: {"items": checklist_items(text["items"], references)}
    )


def _price_list() -> int:
    data = _read("prices.toml")
    made = _translated(PriceListPage, data["texts"], lambda text: {})
    slug = data["texts"][LANGUAGES[0]]["slug"]
    page = PriceListPage.objects.get(slug=slug, locale__language_code=LANGUAGES[0])
    if made:
        branches = {branch.position: branch for branch in Branch.objects.all()}
        page.rows = [_price(order, row, branches) for order, row in enumerate(data["rows"])]
        page.save_revision().publish()
    return made


def _calculators() -> int:
    data = _read("calculators.toml")
    kinds = {"simulator": AdvanceSimulatorPage, "rate": HourlyRatePage}
    return sum(
        _translated(model, data[name], lambda text: {"text": text["text"]})
        for name, model in kinds.items()
    )


def _price(order: int, row: dict[str, Any], branches: dict[int, Branch]) -> PriceRow:
    example = row.get("example", False)
    low, typical, high = (Decimal(price) for price in row["prices"])
    return PriceRow(
        sort_order=order,
        services=row["services"],
        branch=branches.get(row["branch"]),
        unit=row["unit"],
        low=low,
        typical=typical,
        high=high,
        observations=row.get("observations"),
        year=row["year"],
        source_name=EXAMPLE if example else row["source_name"],
        source_url=row.get("source_url", ""),
        certainty=Certainty.EXAMPLE if example else row["certainty"],
    )


def _translated(
    model: type[ResourcePage],
    texts: dict[str, dict[str, Any]],
    content: Callable[[dict[str, Any]], dict[str, Any]],
) -> int:
    """A published page per language, all translations of one another; those there stay."""
    key, made = None, 0
    for language, text in texts.items():
        locale = Locale.objects.get(language_code=language)
        page = model.objects.filter(slug=text["slug"], locale=locale).first()
        if page is None:
            page = model(
                title=text["title"],
                slug=text["slug"],
                introduction=text["introduction"],
                locale=locale,
                reviewed_on=READ_ON,
                next_review=NEXT_REVIEW,
                **content(text),
                **({"translation_key": key} if key else {}),
            )
            ResourcesPage.objects.get(locale=locale).add_child(instance=page)
            page.save_revision().publish()
            made += 1
        key = page.translation_key
    return made
