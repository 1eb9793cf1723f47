"""The homes and their direct children, kept in the cache: what menu, routing, breadcrumbs and
language switch need, so that none of them asks the database on every request."""

import pickle
from functools import lru_cache
from typing import NamedTuple, TypeVar

from asgiref.local import Local
from django.apps import apps
from django.core.cache import cache
from django.db import models, transaction
from django.utils.crypto import get_random_string
from wagtail.models import Page, PageQuerySet, PageViewRestriction, Site

Pages = TypeVar("Pages", bound=PageQuerySet)
KEY = "core.sections.3"
"""Counted up with the fields of `Section`: what is kept outlives a release."""
DEPTHS = (2, 3)
MOST_KEPT = 256
"""Four languages of homes, sections and free pages, a few kilobytes each."""
_request = Local()
"""What the request under way has read, `sections`; without the attribute outside of one."""


class Section(NamedTuple):
    """A live page at depth 2 (a home) or 3 (a section), as the chrome needs it."""

    pk: int
    model: str
    title: str
    slug: str
    url: str
    url_path: str
    language: str
    translation_key: str
    in_menu: bool
    is_home: bool
    restricted: bool
    """Whether any page of the site has a view restriction, so that they have to be looked up."""
    closed: tuple[str, ...]
    """Tree paths beside the homes, and of those that are not live: nothing below has an address."""
    version: str
    """Another one whenever any section may have changed; what is below it is none of them."""

    def address_of(self, url_path: str) -> str:
        """Of a page below, without host."""
        return self.url + url_path.removeprefix(self.url_path)

    def page(self) -> Page:
        """The page itself, its own class. One query, none while this process keeps it."""
        return pickle.loads(_pickled(self))  # noqa: S301 - of this process


def sections() -> tuple[Section, ...]:
    """Every live home and section, homes first, in menu order. At most two queries, then none;
    a request asks the cache once."""
    if kept := getattr(_request, "sections", None):
        return kept
    kept = cache.get(KEY)
    if kept is None:
        kept = _read()
        cache.set(KEY, kept, None)
    if hasattr(_request, "sections"):
        _request.sections = kept
    return kept


def begin_request(**_kwargs: object) -> None:
    _request.sections = None


def end_request(**_kwargs: object) -> None:
    if hasattr(_request, "sections"):
        del _request.sections


def forget_sections(**_kwargs: object) -> None:
    """At once for the writer, and again when everybody sees what was written."""
    _forget()
    transaction.on_commit(_forget)


def _forget() -> None:
    cache.delete(KEY)
    if hasattr(_request, "sections"):
        _request.sections = None


def locate(path: str) -> tuple[Section, list[str]] | None:
    """The deepest section whose address begins `path`, and the components that are left."""
    best = None
    for section in sections():
        if path.startswith(section.url) and (best is None or len(section.url) > len(best.url)):
            best = section
    if best is None:
        return None
    return best, [part for part in path[len(best.url) :].split("/") if part]


def section_of(model: str, language: str) -> Section | None:
    """The section of a model ("directory.directorypage") in a language, else in any language."""
    of_model = [section for section in sections() if section.model == model]
    return next((one for one in of_model if one.language == language), next(iter(of_model), None))


def home_of(language: str) -> Section | None:
    return next((one for one in sections() if one.is_home and one.language == language), None)


def menu(language: str) -> list[Section]:
    return [one for one in sections() if one.in_menu and one.language == language]


def anything_restricted() -> bool:
    """Whether a query for public pages has to look at view restrictions; mostly it need not."""
    return any(one.restricted for one in sections())


def with_address(pages: Pages) -> Pages:
    """Those that are live and whose language is: below an unpublished home nothing answers."""
    home = next(iter(sections()), None)
    if home is None:
        return pages.none()
    live = pages.live()
    for path in home.closed:
        live = live.exclude(path__startswith=path)
    return live


def open_to_all(pages: Pages) -> Pages:
    """Those that have an address and that anybody may read."""
    found = with_address(pages)
    return found.public() if anything_restricted() else found


def footer(language: str) -> list[Section]:
    """The sections an editor keeps out of the menu: about, imprint, privacy."""
    return [
        one
        for one in sections()
        if one.language == language and not one.in_menu and not one.is_home
    ]


def translations_of(section: Section) -> list[Section]:
    return [one for one in sections() if one.translation_key == section.translation_key]


def ancestors_of(url_path: str) -> list[Section]:
    """Sections at and above a page, outermost first."""
    above = [one for one in sections() if url_path.startswith(one.url_path)]
    return sorted(above, key=lambda one: len(one.url_path))


def address_of(url_path: str) -> str:
    """Of a page, without host; empty where it is below no section."""
    above = ancestors_of(url_path)
    return above[-1].address_of(url_path) if above else ""


@lru_cache(maxsize=MOST_KEPT)
def _pickled(section: Section) -> bytes:
    """Pickled, so that each request has a page of its own. Whether it has pages below is asked when
    it matters: they come and go without it being saved."""
    model: type[Page] = apps.get_model(section.model)
    pages = model._default_manager.select_related("locale").defer("numchild")
    return pickle.dumps(pages.get(pk=section.pk))


def _read() -> tuple[Section, ...]:
    roots = list(
        Site.objects.filter(is_default_site=True).values_list(
            "root_page__translation_key", flat=True
        )
    )
    pages = (
        Page.objects.filter(depth__in=DEPTHS)
        .filter(models.Q(live=True) | models.Q(depth=2))
        .select_related("locale", "content_type")
        .annotate(restricted=models.Exists(PageViewRestriction.objects.all()))
        .order_by("depth", "path")
    )
    every = [page for page in pages if page.depth == 2 and page.translation_key in roots]
    homes = {page.path: page for page in every if page.live}
    closed = tuple(page.path for page in pages if page.depth == 2 and page.path not in homes)
    version = get_random_string(12)
    return tuple(_section(page, homes, closed, version) for page in pages if page.path[:8] in homes)


def _section(page: Page, homes: dict[str, Page], closed: tuple[str, ...], version: str) -> Section:
    home = homes[page.path[:8]]
    language = page.locale.language_code
    url = f"/{language}/" if page.pk == home.pk else f"/{language}/{page.slug}/"
    return Section(
        pk=page.pk,
        model=f"{page.content_type.app_label}.{page.content_type.model}",
        title=page.title,
        slug=page.slug,
        url=url,
        url_path=page.url_path,
        language=language,
        translation_key=str(page.translation_key),
        in_menu=page.show_in_menus and page.depth == 3,
        is_home=page.pk == home.pk,
        restricted=page.restricted,
        closed=closed,
        version=version,
    )
