"""The demo's home sentences, news and the pages of the footer; loading again is harmless."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page

from directory.demo.writing import picture

from .demo_news import NEWS, Story
from .demo_texts import FREE_PAGES, HOME, NEWS_INTRODUCTION, FreeText, tight
from .models import FreePage, HomePage, NewsIndexPage, NewsPage

FIRST = "fr"


@transaction.atomic
def load(say: Callable[[str], None]) -> None:
    homes = {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}
    for language, sentence in HOME.items():
        _introduce(homes[language], sentence)
    for index in NewsIndexPage.objects.select_related("locale"):
        _introduce(index, NEWS_INTRODUCTION[index.locale.language_code])
    made = sum(_free_page(homes, texts) for texts in FREE_PAGES)
    made += sum(_story(*one) for one in NEWS)
    say(f"{made} pages of news and about the site made")


def _introduce(page: HomePage | NewsIndexPage, sentence: str) -> None:
    """An editor's own sentence stays."""
    if not page.introduction:
        page.introduction = sentence
        page.save_revision().publish()


def _free_page(homes: dict[str, HomePage], texts: dict[str, FreeText]) -> int:
    pages = {
        language: FreePage(
            title=tight(text.title),
            slug=text.slug,
            introduction=tight(text.introduction),
            body=text.body,
        )
        for language, text in texts.items()
    }
    return _place(pages, parents=homes)


def _story(days_ago: int, texts: dict[str, Story], manner: str) -> int:
    shown = picture(manner, texts[FIRST].slug, decorative=True) if manner else None
    date = timezone.localdate() - timedelta(days=days_ago)
    pages = {
        language: NewsPage(
            title=tight(text.title),
            slug=text.slug,
            date=date,
            introduction=tight(text.introduction),
            image=shown,
            body=text.body,
        )
        for language, text in texts.items()
    }
    parents = {
        index.locale.language_code: index
        for index in NewsIndexPage.objects.select_related("locale")
    }
    return _place(pages, parents=parents)


def _place(pages: dict[str, Page], *, parents: dict[str, Page]) -> int:
    """Puts each page below its language's parent, as translations of one another; how many new."""
    first = pages[FIRST]
    there = Page.objects.child_of(parents[FIRST]).filter(slug=first.slug).first()
    key = there.translation_key if there else first.translation_key
    made = 0
    for language, page in pages.items():
        if Page.objects.child_of(parents[language]).filter(slug=page.slug).exists():
            continue
        page.locale = Locale.objects.get(language_code=language)
        page.translation_key = key
        parents[language].add_child(instance=page)
        page.save_revision().publish()
        made += 1
    return made
