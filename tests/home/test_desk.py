"""What the panels of the first screen cost together."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories.events import event
from tests.factories.home import news
from tests.factories.members import MemberFactory
from tests.factories.resources import FigureFactory, GapReportFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("many", [1, 3])
def test_the_first_screen_costs_the_same_for_one_of_each_and_for_three(tree, client, many):
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    for number in range(many):
        news(slug=f"story-{number}")
        event(slug=f"event-{number}", registration="here", capacity=9)
        FigureFactory(value__next_review=yesterday)
        GapReportFactory()
    client.force_login(MemberFactory(editor=True))
    client.get("/admin/")

    with CaptureQueriesContext(connection) as queries:
        shown = client.get("/admin/").text

    # An event is one of the pages to translate, and the panel shows five of them.
    assert shown.count('class="desk-line"') == {1: 5, 3: 14}[many]
    assert len(queries) == 37
