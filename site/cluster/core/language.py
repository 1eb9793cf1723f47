"""The language of addresses that name none (`/account/…`, `/me/…`, `/api/…`)."""

from django.conf import settings
from django.middleware.locale import LocaleMiddleware
from django.utils.translation import check_for_language

NAMING_NO_LANGUAGE = (
    "/account/",
    "/demo/",
    "/me/",
    "/messages/",
    "/opportunities/",
    "/prices/",
    "/profiles/",
    "/styleguide/",
)
ELSEWHERE = (*NAMING_NO_LANGUAGE, "/admin/", "/documents/", "/geo/", "/media/")
"""What is missing there is not below a language either."""


class PageLanguageMiddleware(LocaleMiddleware):
    """Django's, but for `/api/`: what it answers varies on its address alone. Nothing missing there
    or at another address without language is looked for below a language."""

    def process_request(self, request):
        if not request.path_info.startswith("/api/"):
            super().process_request(request)

    def process_response(self, request, response):
        path = request.path_info
        missing = response.status_code == 404 and path.startswith(ELSEWHERE)
        if missing or path.startswith("/api/"):
            return response
        return super().process_response(request, response)


class ChosenLanguageMiddleware:
    """`?lang=de` on an address without language is remembered in the language cookie.

    Links from pages to log-in and my space carry it, so that a visitor stays in their language.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = request.GET.get("lang", "") if self.applies(request) else ""
        chosen = language in dict(settings.LANGUAGES) and check_for_language(language)
        if chosen:
            request.COOKIES[settings.LANGUAGE_COOKIE_NAME] = language
        response = self.get_response(request)
        if chosen:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME, language, max_age=31_536_000, samesite="Lax"
            )
        return response

    def applies(self, request) -> bool:
        return request.path.startswith(NAMING_NO_LANGUAGE)
