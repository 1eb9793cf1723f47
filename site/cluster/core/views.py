from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe
from wagtail.models import Page
from wagtail.views import serve as serve_any

from .sections import home_of, locate, open_to_all, sections
from .share_drawing import draw
from .stylesheet import stylesheet

YEAR = 365 * 24 * 3600
FILE_BELOW_A_PAGE = r"^((?:[\w\-]+/)+[\w\-]+\.(?:ics|xml|csv|xlsx|geojson|vcf|svg|pdf|js))$"
"""Wagtail's own pattern takes addresses that end in a slash only; a page answers for its
calendar, feed, table or worker by a route of this name."""


def serve(request, path):
    """Serves a page; where no page of the site is restricted, at most one query leads to it.

    Wagtail's own view asks for the site, the root, each level of the tree and the restrictions:
    a dozen queries before the page has begun.
    """
    found = locate(request.path)
    if found is None:
        raise Http404
    section, rest = found
    if section.restricted:
        return serve_any(request, path)
    page, args, kwargs = section.page().route(request, rest)
    return page.serve(request, *args, **kwargs)


def choose_language(request):
    """`/` leads to the home in the visitor's language, else to the default's."""
    language = get_language_from_request(request)
    home = home_of(language) or home_of(settings.LANGUAGE_CODE) or next(iter(sections()), None)
    if home is None:
        raise Http404
    response = HttpResponseRedirect(home.url)
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def send_share_picture(request, pk, digest):
    """Of a page that everybody may read, as it is now. An address with a query would only have the
    same picture drawn and kept again."""
    page = open_to_all(Page.objects.filter(pk=pk)).first()
    card = page and getattr(page.specific, "share_card", None)
    if request.GET or card is None or card.digest != digest:
        raise Http404
    content = draw(card.title, card.line, card.colours, settings.WAGTAIL_SITE_NAME)
    response = HttpResponse(content, content_type="image/png")
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response


def no_endpoint(request):
    raise Http404


@gzip_page
def send_stylesheet(request, digest):
    """The address carries the digest: a page kept from before a change still finds styles, and
    for a minute only, for they are not those it was made with."""
    text, current = stylesheet()
    response = HttpResponse(text, content_type="text/css; charset=utf-8")
    if digest == current:
        patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    else:
        patch_cache_control(response, public=True, max_age=60)
    return response
