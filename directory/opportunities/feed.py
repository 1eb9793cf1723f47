"""Opportunities as an Atom feed, filtered like the list it belongs to."""

import datetime as dt

from django.conf import settings
from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed

from .addresses import opportunity_url
from .choices import Kind
from .query import OpportunityQuery
from .wording import pay_in_words, place_in_words

LENGTH = 50
TYPE = "application/atom+xml; charset=utf-8"


def respond(
    query: OpportunityQuery, *, title: str, page: str, address: str, language: str, today: dt.date
) -> HttpResponse:
    """`page` is the address of the same list for people, `address` that of the feed."""
    feed = Atom1Feed(
        title=title,
        link=settings.BASE_URL + page,
        description="",
        language=language,
        feed_url=settings.BASE_URL + address,
        feed_guid=settings.BASE_URL + address,
    )
    for one in query.matches(today).newest_first()[:LENGTH]:
        link = settings.BASE_URL + opportunity_url(one.slug, language)
        facts = (place_in_words(one.details), pay_in_words(one.details))
        feed.add_item(
            title=one.title,
            link=link,
            unique_id=link,
            description=f"{one.details['introduction']} ({' · '.join(facts)})",
            author_name=one.details["organisation"],
            pubdate=one.published_at,
            updateddate=one.updated_at,
            categories=[str(Kind(one.kind).label), *one.branch_slugs],
        )
    response = HttpResponse(content_type=TYPE)
    feed.write(response, "utf-8")
    return response
