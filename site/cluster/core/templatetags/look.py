"""What templates draw with: the stylesheet, icons, artwork, the language switch."""

from datetime import date
from functools import cache, lru_cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from ..artwork import BLOCK, HEIGHT, ROWS, TILE, WIDTH, initials, pattern
from ..days import date_format
from ..icons import ICONS
from ..language import NAMING_NO_LANGUAGE
from ..sections import home_of
from ..stylesheet import stylesheet

register = template.Library()


@register.simple_tag
def stylesheet_url() -> str:
    _text, digest = stylesheet()
    return reverse("stylesheet", args=[digest])


@register.simple_tag
@cache
def icon(name: str):
    """`{% icon "search" %}`: decorative, so the words beside it (or a hidden label) say it."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none"'
        ' stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true">'
        '<path d="{}"/></svg>',
        ICONS[name],
    )


@register.simple_tag
@lru_cache(maxsize=1024)
def artwork(name: str, branch: int | str = ""):
    """`{% artwork profile.name branch.position %}`: the picture of whoever has none."""
    side = BLOCK * TILE
    return format_html(
        '<svg class="artwork branch-{}" viewBox="0 0 {} {}" width="{}" height="{}"'
        ' preserveAspectRatio="xMinYMax slice" aria-hidden="true"><path fill="currentColor"'
        ' d="{}"/><path fill="currentColor" d="M0 {}h{}v{}h-{}z"/>'
        '<text x="{}" y="{}" font-size="44" text-anchor="middle">{}</text></svg>',
        branch or 0,
        *(WIDTH, HEIGHT, WIDTH, HEIGHT),
        pattern(name),
        *((ROWS - BLOCK) * TILE, side, side, side),
        *(side // 2, HEIGHT - side // 2 + 16),
        initials(name),
    )


@register.simple_tag
def component(template: str, **inputs: object):
    """`{% component "components/chips.jinja" chips=chips label=label %}`: as `include … only`,
    whichever engine the template is for."""
    return mark_safe(render_to_string(template, inputs))  # noqa: S308 - each engine has escaped it


@register.simple_tag(takes_context=True)
def language_switch(context) -> list[dict]:
    """Each site language with where this content is in it: its translation, else its home.

    An address without language (`/account/…`, `/me/…`) keeps its place and asks for the language.
    """
    active = get_language()
    alternates = dict(context.get("alternates") or ())
    path = context["request"].path
    asks = path.startswith(NAMING_NO_LANGUAGE)
    return [
        {
            "code": code,
            "name": name,
            "url": f"?lang={code}"
            if asks
            else alternates.get(code) or (home.url if home else f"/{code}/"),
            "current": code == active,
            "same": asks or code in alternates,
        }
        for code, name in settings.LANGUAGES
        if (home := home_of(code)) or asks
    ]


@register.simple_tag
def share_picture(page) -> dict | None:
    """What a page is announced with: its `share_image` if it has one, else one drawn."""
    if own := getattr(page, "share_image", None):
        return own
    card = getattr(page, "share_card", None)
    return card and page.pk and card.picture(page.pk)


@register.filter
def written_day(day: str) -> str:
    """A day in a finished text, 2026-11-25, as the reader's language writes it."""
    return date_format(date.fromisoformat(day), "DATE_FORMAT")


@register.filter
def is_within(path: str, url: str) -> bool:
    """Whether the address is the section's or below it, for `aria-current` in the menu."""
    return path.startswith(url)
