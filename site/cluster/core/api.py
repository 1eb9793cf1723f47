"""What every endpoint of `/api/v1/` shares: its language, its errors, its conditional answers; the
last with Wagtail's `/api/v3/` too."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.cache import (
    get_conditional_response,
    patch_cache_control,
    patch_vary_headers,
    set_response_etag,
)
from ninja import Field, Schema
from ninja.errors import ValidationError
from wagtail.api.v3.errors import PROBLEM_JSON, problem_response

PREFIX = "/api/v1/"
WAGTAIL_PREFIX = "/api/v3/"
MAX_AGE = 60
LanguageCode = Literal["fr", "en", "de", "lb"]


class LanguageQuery(Schema):
    """The parameters of an endpoint whose texts exist in several languages inherit from this."""

    lang: LanguageCode | None = Field(
        None, description="The language of the texts; what lacks it comes in another one."
    )


class ApiMiddleware:
    """Below `/api/v1/`: the language is `?lang=`, else the site's default, never the browser's;
    every error is `application/problem+json`; what can be kept says how long and has an ETag.
    Below `/api/v3/`: the last alone, and only without a token, which drafts may be read with."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(WAGTAIL_PREFIX):
            return self.of_wagtail(request)
        if not request.path.startswith(PREFIX):
            return self.get_response(request)
        with translation.override(language_of(request)):
            response = self.get_response(request)
        if response.status_code >= 400:
            return as_problem(response)
        return keepable(request, response)

    def of_wagtail(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code >= 400 or "Authorization" in request.headers:
            return response
        patch_vary_headers(response, ["Authorization"])
        return keepable(request, response)


def language_of(request: HttpRequest) -> str:
    language = request.GET.get("lang", "")
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def as_problem(response: HttpResponseBase) -> HttpResponseBase:
    """Errors that no endpoint answered (no such address, wrong method, a crash) as RFC 9457."""
    if response.headers.get("Content-Type") == PROBLEM_JSON:
        return response
    problem = problem_response(status=response.status_code)
    if "Allow" in response.headers:
        problem["Allow"] = response.headers["Allow"]
    return problem


def keepable(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    if request.method not in ("GET", "HEAD") or not isinstance(response, HttpResponse):
        return response
    scope = "private" if "Authorization" in request.headers else "public"
    if "Cache-Control" not in response.headers:
        patch_cache_control(response, max_age=MAX_AGE, **{scope: True})
    set_response_etag(response)
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def known_parameters_only(run: Callable[..., Any]) -> Callable[..., Any]:
    """Answers 422 where the address has a parameter that the endpoint does not declare.

    A misspelt filter that is silently ignored answers everything instead of something.
    """
    operation = run.__self__  # type: ignore[attr-defined]
    known = {
        name
        for model in operation.models
        if model.__ninja_param_source__ == "query"
        for name in getattr(model, "__ninja_flatten_map__", ())
    }

    @wraps(run)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        unknown = [name for name in request.GET if name not in known]
        if unknown:
            errors = [unknown_parameter(name) for name in unknown]
            return operation.api.on_exception(request, ValidationError(errors))
        return run(request, *args, **kwargs)

    return checked


def unknown_parameter(name: str) -> dict[str, Any]:
    return {"type": "unknown_parameter", "loc": ["query", name], "msg": "Unknown parameter"}
