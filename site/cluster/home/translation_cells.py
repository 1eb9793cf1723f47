"""What an editor does about a page in a language, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from wagtail.models import Page
from wagtail_localize.models import Translation

from .translation_states import LANGUAGES, TO_DO, State, column

ACTIONS = {
    State.MISSING: pgettext_lazy("what an editor does", "Translate"),
    State.OUTDATED: pgettext_lazy("what an editor does", "Bring up to date"),
    State.UNFINISHED: pgettext_lazy("what an editor does", "Go on"),
    State.TRANSLATED: pgettext_lazy("what an editor does", "Open"),
    State.ORIGINAL: pgettext_lazy("what an editor does", "Open"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    language: str
    state: State
    url: str

    @property
    def action(self) -> Promise:
        return ACTIONS[self.state]

    @property
    def waits(self) -> bool:
        return self.state in TO_DO

    @property
    def language_name(self) -> Any:
        return settings.LOCALE_LABELS[self.language]


def fill(pages: Iterable[Page], user: Any) -> list[Page]:
    """Originals `with_states`, each with its `cells` by language; two queries for all of them."""
    rows = list(pages)
    keys = {page.translation_key for page in rows}
    versions = {
        (key, language): pk
        for pk, key, language in Page.objects.filter(translation_key__in=keys, alias_of=None)
        .order_by("-pk")
        .values_list("pk", "translation_key", "locale__language_code")
    }
    sources = {
        (key, language): source
        for source, key, language in Translation.objects.filter(
            source__object_id__in=keys, enabled=True
        ).values_list("source_id", "source__object_id", "target_locale__language_code")
    }
    may_translate = user.has_perm("wagtail_localize.submit_translation")
    for page in rows:
        page.cells = {}
        for language in LANGUAGES:
            state = State(getattr(page, column(language)))
            at = (page.translation_key, language)
            source = sources.get(at) if may_translate else None
            if state is State.MISSING:
                url = _begin(page, language) if may_translate else ""
            else:
                url = _open(versions[at], source if state is State.OUTDATED else None)
            page.cells[language] = Cell(language, state, url)
    return rows


def _begin(page: Page, language: str) -> str:
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return f"{address}?{urlencode({'select_locale': language})}"


def _open(pk: int, source: int | None) -> str:
    """Words taken over anew are translated next."""
    form = reverse("wagtailadmin_pages:edit", args=[pk])
    if source is None:
        return form
    address = reverse("wagtail_localize:update_translations", args=[source])
    return f"{address}?{urlencode({'next': form})}"
