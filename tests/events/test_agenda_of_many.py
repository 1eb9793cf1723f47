"""List, month, map, table and API agree at twenty thousand sessions too."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings

from events.models import EventSession
from tests.events.test_agenda_agrees import (
    AGENDA,
    FILTERS,
    maybe,
    pins,
    rows,
    shown_in,
    year,
)
from tests.factories.multitude import multiply_events

pytestmark = [pytest.mark.django_db, pytest.mark.once]
__all__ = ["year"]
MONTHS = ["2026-10", "2026-11", "2027-01"]


@pytest.fixture
def crowd(year):
    multiply_events(100, 17)
    assert EventSession.objects.count() >= 20_000


def every_item(client, address):
    """Page after page."""
    found = []
    for page in count():
        answer = client.get(f"{address}&limit=100&offset={100 * page}").json()
        found += answer["items"]
        if len(found) >= answer["count"] or not answer["items"]:
            assert len(found) == answer["count"]
            return found


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(filters=FILTERS, month=maybe(MONTHS))
def test_every_view_shows_what_the_api_answers(client, crowd, filters, month):
    page = client.get(AGENDA, filters).context["agenda"]
    items = every_item(client, page.links.api)
    slugs = [one["slug"] for one in items]

    cards = [card.event.link.split("/")[-2] for _day, cards in page.days for card in cards]
    assert (cards, page.count) == (slugs[:20], len(slugs))
    assert len(set(slugs)) == len(slugs)
    assert pins(client, page) == sum(1 for one in items if one["place"] and one["place"]["point"])
    assert list(dict.fromkeys(rows(client, page))) == [one["html_url"] for one in items]

    asked = {**filters, "view": "month", **({"month": month} if month else {})}
    page = client.get(AGENDA, asked).context["agenda"]
    slugs = {one["slug"] for one in every_item(client, page.links.api)}
    assert page.count == len(slugs)
    assert shown_in(page.weeks) <= slugs
