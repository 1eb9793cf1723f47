"""`/styleguide/`: every component in both themes and all its states.

It is read by those who build the site: its own words are English, and stay so. What components say
follows the visitor's language, for words are longer in some.
"""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import agenda, cards, charts, elements, finding, guides, knowledge, texts, typing_in, ways
from .not_shown import NOT_SHOWN
from .tokens import colours, contrasts

MODULES = (elements, typing_in, ways, finding, cards, agenda, knowledge, charts, texts, guides)
TYPE = ("xs", "s", "m", "l", "xl", "2xl", "3xl", "4xl")
SPACES = ("2xs", "xs", "s", "m", "l", "xl", "2xl", "3xl")


@never_cache
@require_safe
def styleguide(request, slug=""):
    if not (settings.DEMO or request.user.has_perm("wagtailadmin.access_admin")):
        raise Http404
    every = [module.part() for module in MODULES]
    parts = [part for part in every if slug in ("", part.slug)]
    with_tokens = slug in ("", "tokens")
    if not (parts or with_tokens):
        raise Http404
    context = {
        "every": [("tokens", "Tokens"), *((part.slug, part.title) for part in every)],
        "slug": slug,
        "parts": parts,
        "not_shown": {} if slug else NOT_SHOWN,
    }
    if with_tokens:
        context |= {
            "colours": colours().values(),
            "contrasts": contrasts(),
            "type": TYPE,
            "spaces": SPACES,
            "themes": ("light", "dark"),
        }
    return render(request, "styleguide/page.html", context)
