"""Components drawn by Jinja."""

import pytest
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from jinja2 import UndefinedError

CHIPS = "components/chips.jinja"
HOSTILE = """"><b onclick='x'>&"""


def test_what_people_typed_is_shown_as_they_typed_it():
    chip = {"label": HOSTILE, "url": f"?q={HOSTILE}"}
    html = render_to_string(CHIPS, {"chips": [chip], "label": HOSTILE})

    assert "<b" not in html
    assert "onclick='" not in html
    assert html.count("&#34;&gt;&lt;b onclick=&#39;x&#39;&gt;&amp;") == 4


def test_what_is_markup_already_stays_so():
    html = render_to_string(
        CHIPS, {"chips": [{"label": mark_safe("<i>a</i>"), "url": ""}], "label": ""}
    )

    assert "<i>a</i>" in html


def test_a_name_that_was_not_given_is_an_error():
    with pytest.raises(UndefinedError, match="'chips' is undefined"):
        render_to_string(CHIPS, {"label": "Filters"})


@pytest.mark.parametrize(
    ("given", "crosses"), [({}, 0), ({"remove": False}, 0), ({"remove": True}, 1)]
)
def test_a_chip_has_a_cross_where_a_click_takes_it_away(given, crosses):
    chip = {"label": "Design", "url": "?"}
    html = render_to_string(CHIPS, {"chips": [chip], "label": "Filters", **given})

    assert html.count("<svg") == crosses
