"""The demo's lists below the resources, its trainings, and what its visitors said is missing."""

from typing import Any

from django.apps import apps
from wagtail.models import Locale, Page

from directory.models import Branch

from ..models import Gap, GapReport, GuidePage, ResourcesPage, TrainingPage
from .streams import References, with_figures
from .writing import read, translated

RICH = ("programme", "admission", "dates", "fee", "outcome")


def load_rooms() -> int:
    return sum(_room(name, texts) for name, texts in read("rooms.toml").items())


def load_trainings(references: References) -> int:
    return sum(_training(entry, references) for entry in read("trainings.toml").values())


def load_gaps() -> int:
    """Where there is no gap yet; editors' own stay alone."""
    entries = read("gaps.toml")["gap"]
    if Gap.objects.exists():
        return 0
    branches = {branch.position: branch for branch in Branch.objects.all()}
    for entry in entries:
        gap = Gap.objects.create(**{name: entry[name] for name in ("status", "titles", "answers")})
        GapReport.objects.bulk_create(_report(said, gap, branches) for said in entry["said"])
    return len(entries)


def _room(name: str, texts: dict[str, dict[str, str]]) -> int:
    """One per language, all translations of one another."""
    model: Any = apps.get_model("resources", name)
    key, made = None, 0
    for language, text in texts.items():
        locale = Locale.objects.get(language_code=language)
        page = model.objects.filter(locale=locale).first()
        if page is None:
            page = model(locale=locale, **text, **({"translation_key": key} if key else {}))
            ResourcesPage.objects.get(locale=locale).add_child(instance=page)
            page.save_revision().publish()
            made += 1
        key = page.translation_key
    return made


def _training(entry: dict[str, dict[str, str]], references: References) -> int:
    facts = entry.pop("facts")

    def content(text: dict[str, str]) -> dict[str, Any]:
        rich = {name: with_figures(text[name], references) for name in RICH}
        return {**facts, **rich}

    texts: dict[str, dict[str, Any]] = {
        language: {**text, "purposes": ["learn"]} for language, text in entry.items()
    }
    return translated(TrainingPage, texts, content)


def _report(said: dict[str, Any], gap: Gap, branches: dict[int, Branch]) -> GapReport:
    page: Page | None = GuidePage.objects.filter(slug=said["slug"]).first()
    return GapReport(
        page_id=page.pk if page else None,
        heading=said["heading"],
        language="fr",
        useful=False,
        text=said["text"],
        branch=branches.get(said["branch"]),
        gap=gap,
    )
