"""A finished page, as it is kept: under its address alone, with the marks it was made at, and
compressed once for all who read it so."""

import gzip
import hashlib
import re
from dataclasses import dataclass
from time import time

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import (
    get_conditional_response,
    has_vary_header,
    patch_cache_control,
    patch_vary_headers,
    set_response_etag,
)

from .versions import CONTENT, WITHDRAWAL, Marks, marks

FRESH = 300
"""Seconds: what depends on the time alone, such as which events are past, may be this late."""
KEEP = 24 * 3600
LARGEST = 512 * 1024
LONGEST_QUERY = 500
NEVER = (
    *("/account/", "/admin/", "/api/v3/", "/demo/", "/documents/", "/me/", "/media/"),
    "/styleguide/",
)
STATE = "X-Kept"
GZIP = re.compile(r"gzip(?:;q=(?:1(?:\.0*)?|0\.0*[1-9]\d*))?")
"""A word of Accept-Encoding; at quality 0 it means the opposite."""


@dataclass(frozen=True, slots=True)
class Kept:
    """`compressed` is empty where nothing would be gained by it."""

    marks: Marks
    made_at: float
    headers: dict[str, str]
    content: bytes
    compressed: bytes

    def is_fresh(self, now: Marks) -> bool:
        return self.marks == now and time() - self.made_at < FRESH

    def may_be_shown(self, now: Marks) -> bool:
        return self.marks.withdrawal == now.withdrawal

    def response(self, request: HttpRequest, state: str = "") -> HttpResponse:
        """Compressed, it is the same to the reader but not byte by byte: its mark is a weak one."""
        headers = {**self.headers, **({STATE: state} if state else {})}
        content = self.content
        if self.compressed and takes_gzip(request):
            content = self.compressed
            etag = headers["ETag"].removeprefix("W/")
            headers |= {"Content-Encoding": "gzip", "ETag": f"W/{etag}"}
        headers["Content-Length"] = str(len(content))
        return HttpResponse(content, headers=headers)


def may_ask(request: HttpRequest) -> bool:
    return (
        request.method in ("GET", "HEAD")
        and "Authorization" not in request.headers
        and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY
        and not request.path.startswith(NEVER)
    )


def may_keep(request: HttpRequest, response: HttpResponseBase) -> bool:
    """A page that looked at the session or set a cookie is one visitor's, not everybody's."""
    control = response.headers.get("Cache-Control", "")
    return (
        request.method == "GET"
        and isinstance(response, HttpResponse)
        and response.status_code == 200
        and not response.cookies
        and not has_vary_header(response, "Cookie")
        and not has_vary_header(response, "Accept-Language")
        and not any(word in control for word in ("private", "no-store", "no-cache"))
        and len(response.content) <= LARGEST
    )


def look_up(request: HttpRequest) -> tuple[Kept | None, Marks]:
    key = key_of(request)
    found = cache.get_many([key, CONTENT, WITHDRAWAL])
    return found.get(key), marks(found)


def keep(request: HttpRequest, response: HttpResponse, at: Marks) -> Kept:
    """`at` are the marks from before the page was made: a change meanwhile leaves it outdated."""
    if not response.headers.get("Cache-Control"):
        patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    patch_vary_headers(response, ["Accept-Encoding"])
    set_response_etag(response)
    kept = Kept(at, time(), dict(response.headers), response.content, compressed(response))
    cache.set(key_of(request), kept, KEEP)
    return kept


def compressed(response: HttpResponse) -> bytes:
    """Nothing secret is in what everybody gets, so its length tells nothing."""
    if response.has_header("Content-Encoding"):
        return b""
    small = gzip.compress(response.content, mtime=0)
    return small if len(small) < len(response.content) else b""


def takes_gzip(request: HttpRequest) -> bool:
    accepted = request.headers.get("Accept-Encoding", "").replace(" ", "").lower().split(",")
    return any(GZIP.fullmatch(one) for one in accepted)


def forget(request: HttpRequest) -> None:
    cache.delete(key_of(request))


def answer(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """304 where the visitor has it already."""
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def key_of(request: HttpRequest) -> str:
    address = f"{request.scheme} {request.META.get('HTTP_HOST', '')} {request.get_full_path()}"
    return f"delivery.page.{hashlib.sha256(address.encode()).hexdigest()}"
