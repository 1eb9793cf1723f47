from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from wagtail.views import serve as serve_any

from .sections import home_of, locate, sections
from .stylesheet import stylesheet

FILE_BELOW_A_PAGE = r"^((?:[\w\-]+/)+[\w\-]+\.(?:ics|xml))$"
"""Wagtail's own pattern takes addresses that end in a slash only; a page answers for its
calendar and feed by a route of this name."""


def serve(request, path):
    """Serves a page; where no page of the site is restricted, the way to it costs one query.

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


def no_endpoint(request):
    raise Http404


@gzip_page
@cache_control(public=True, max_age=31_536_000, immutable=True)
def send_stylesheet(request, digest):
    """The address carries the digest: a page kept from before a change still finds its styles."""
    text, _digest = stylesheet()
    return HttpResponse(text, content_type="text/css; charset=utf-8")
