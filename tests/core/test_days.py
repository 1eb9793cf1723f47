import datetime as dt

import pytest
from django.template import Context, Template
from django.utils import translation

from cluster.core.days import date_format

FIRST, ELEVENTH = dt.date(2026, 12, 1), dt.date(2026, 12, 11)
NOON = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("language", "day", "form", "written"),
    [
        ("fr", FIRST, None, "1er décembre 2026"),
        ("fr", FIRST, "l j F", "mardi 1er décembre"),
        ("fr", FIRST, "MONTH_DAY_FORMAT", "1er décembre"),
        ("fr", FIRST, "SHORT_DATE_FORMAT", "01/12/2026"),
        ("fr", FIRST, "j", "1"),
        ("fr", FIRST, "j b", "1er déc"),
        ("fr", ELEVENTH, None, "11 décembre 2026"),
        ("en", FIRST, None, "1 December 2026"),
        ("de", FIRST, None, "1. Dezember 2026"),
        ("lb", FIRST, None, "1. Dezember 2026"),
    ],
)
def test_the_first_of_a_month_is_written_as_each_language_does(language, day, form, written):
    with translation.override(language):
        assert date_format(day, form) == written


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("DATE_FORMAT", "1er décembre 2026"),
        ("DATETIME_FORMAT", "1er décembre 2026 13:00"),
        ("H:i", "13:00"),
        ("P", "1 après-midi"),
    ],
)
def test_every_template_writes_it_so_in_luxembourg_time(form, written):
    with translation.override("fr"):
        page = Template("{{ moment|date:form }}").render(Context({"moment": NOON, "form": form}))

    assert page == written
