"""News as an Atom feed."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

if TYPE_CHECKING:
    from .models import NewsIndexPage, NewsPage


def respond(index: "NewsIndexPage", news: "Iterable[NewsPage]") -> HttpResponse:
    address = settings.BASE_URL + index.link
    feed = Atom1Feed(
        title=f"{index.title} · {settings.WAGTAIL_SITE_NAME}",
        link=address,
        description=index.introduction,
        language=index.locale.language_code,
        feed_url=f"{address}feed.xml",
        feed_guid=address,
    )
    for page in news:
        begins = timezone.make_aware(datetime.combine(page.date, time(8)))
        feed.add_item(
            title=page.title,
            link=f"{address}{page.slug}/",
            unique_id=f"{address}{page.slug}/",
            description=page.introduction,
            pubdate=begins,
            updateddate=max(page.last_published_at or begins, begins),
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response
