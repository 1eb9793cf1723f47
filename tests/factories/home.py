import datetime as dt

from cluster.core.sections import section_of
from cluster.home.models import FreePage, HomePage, NewsIndexPage, NewsPage

TEXT = [("heading", "Une partie"), ("text", "<p>Un paragraphe.</p>")]


def news_index(language: str = "fr") -> NewsIndexPage:
    return section_of("home.newsindexpage", language).page()


def news(
    *, language: str = "fr", draft: bool = False, translation_of: NewsPage | None = None, **fields
) -> NewsPage:
    """Live news of 1 June 2026 without image, unless told otherwise."""
    defaults = {"title": "Une nouvelle", "slug": "une-nouvelle", "date": dt.date(2026, 6, 1)}
    page = NewsPage(**{**defaults, "introduction": "En bref.", "body": TEXT, **fields})
    return _below(news_index(language), page, draft, translation_of)


def free_page(
    *, language: str = "fr", draft: bool = False, translation_of: FreePage | None = None, **fields
) -> FreePage:
    page = FreePage(**{"title": "À propos", "slug": "a-propos", "body": TEXT, **fields})
    home = HomePage.objects.get(locale__language_code=language)
    return _below(home, page, draft, translation_of)


def _below(parent, page, draft, translation_of):
    page.live = False
    page.locale = parent.locale
    if translation_of is not None:
        page.translation_key = translation_of.translation_key
    parent.add_child(instance=page)
    revision = page.save_revision()
    if not draft:
        revision.publish()
        page = type(page).objects.get(pk=page.pk)
    return page
