"""Makes what is missing, from the TOML files beside it; what editors changed stays."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db import transaction

from directory.models import Branch

from ..certainty import Certainty
from ..models import (
    AdvanceSimulatorPage,
    ChecklistPage,
    Figure,
    FigureValue,
    GuidePage,
    HourlyRatePage,
    PriceListPage,
    PriceRow,
    ResourcesPage,
)
from . import registers, rooms
from .streams import References, checklist_items, guide_body
from .writing import LANGUAGES, NEXT_REVIEW, READ_ON, read, translated

FIGURES = (
    *("figures.toml", "figures_self_employed.toml"),
    *("figures_export_learn.toml", "figures_calculators.toml"),
)
GUIDES = ("export", "self_employed", "recognition", "professions")
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
    organisations = registers.load_organisations()
    say(f"{figures} figures and {organisations} organisations made")
    references = References.of_registers()
    _introduce()
    pages = sum(_guide(name, references) for name in GUIDES)
    pages += _checklist(references)
    pages += _price_list()
    pages += _calculators()
    pages += rooms.load_rooms() + rooms.load_trainings(references)
    say(f"{pages} guides, checklists, price lists, calculators, trainings and lists made")
    say(f"{rooms.load_gaps()} gaps made")


def load_figures() -> int:
    return sum(_figure(entry) for name in FIGURES for entry in read(name)["figure"])


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


def _introduce() -> None:
    for page in ResourcesPage.objects.filter(introduction="").select_related("locale"):
        page.introduction = INTRODUCTIONS.get(page.locale.language_code, "")
        page.save_revision().publish()


def _guide(name: str, references: References) -> int:
    texts = {language: read(f"{name}.{language}.toml") for language in LANGUAGES}
    return translated(GuidePage, texts, lambda text: {"body": guide_body(text["body"], references)})


def _checklist(references: References) -> int:
    texts = {language: read(f"tenders.{language}.toml") for language in LANGUAGES}
    return translated(
        ChecklistPage, texts, lambda text: {"items": checklist_items(text["items"], references)}
    )


def _price_list() -> int:
    data = read("prices.toml")
    made = translated(PriceListPage, data["texts"], lambda text: {})
    slug = data["texts"][LANGUAGES[0]]["slug"]
    page = PriceListPage.objects.get(slug=slug, locale__language_code=LANGUAGES[0])
    if made:
        branches = {branch.position: branch for branch in Branch.objects.all()}
        page.rows = [_price(order, row, branches) for order, row in enumerate(data["rows"])]
        page.save_revision().publish()
    return made


def _calculators() -> int:
    data = read("calculators.toml")
    kinds = {"simulator": AdvanceSimulatorPage, "rate": HourlyRatePage}
    return sum(
        translated(model, data[name], lambda text: {"text": text["text"]})
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
