"""The style guide shows every component there is, to those who build the site."""

import re
from collections import Counter
from html import unescape

import pytest
from django.conf import settings
from django.test import Client, override_settings

from cluster.home.styleguide.not_shown import NOT_SHOWN
from cluster.home.styleguide.tokens import contrasts, ratio
from cluster.home.styleguide.views import MODULES
from tests.browser.pages.kinds import KINDS
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db
TEMPLATES = settings.BASE_DIR / "templates"
SUFFIXES = (".html", ".jinja")


@pytest.fixture
def demo(tree):
    with override_settings(DEMO=True):
        yield Client()


def components():
    rooms = (TEMPLATES / "components", TEMPLATES / "blocks")
    found = [file for room in rooms for file in room.rglob("*") if file.suffix in SUFFIXES]
    return {str(file.relative_to(TEMPLATES)) for file in found}


def test_every_component_and_block_is_shown_or_the_reason_is_given(demo):
    """Those around the page, such as its breadcrumbs, would be found there without being shown."""
    shown = {shown.template for module in MODULES for shown in module.part().shown}
    drawn = {
        template.name
        for module in MODULES
        for template in demo.get(f"/styleguide/{module.part().slug}/").templates
    }
    within = {"components/field_notes.html", "components/field_optional.html"} | {
        "components/languages_widget.html",
        "blocks/resources/aids.html",
    }

    assert components() - shown - set(NOT_SHOWN) == within
    assert within <= drawn
    assert set(NOT_SHOWN) <= components()
    page = unescape(demo.get("/styleguide/").text)
    assert [reason for reason in NOT_SHOWN.values() if reason not in page] == []


def test_each_state_is_shown_in_both_themes(demo):
    page = demo.get("/styleguide/").text
    states = sum(len(shown.states) for module in MODULES for shown in module.part().shown)
    colours = 1

    assert page.count('data-theme="light"') == page.count('data-theme="dark"') == states + colours


def test_whatever_is_shown_twice_has_ids_of_its_own(demo):
    ids = Counter(re.findall(r'\sid="([^"]+)"', demo.get("/styleguide/").text))

    assert [name for name, times in ids.items() if times > 1] == []


def test_it_exists_in_the_demo_and_for_editors_and_is_never_kept_or_indexed(demo):
    assert Client().get("/styleguide/").status_code == 200
    editor = Client()
    editor.force_login(MemberFactory(editor=True))
    with override_settings(DEMO=False):
        assert Client().get("/styleguide/").status_code == 404
        assert editor.get("/styleguide/").status_code == 200
    assert demo.get("/styleguide/nothing/").status_code == 404
    answer = demo.get("/styleguide/")
    assert "X-Kept" not in answer.headers
    assert "no-store" in answer.headers["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in answer.text


def test_every_part_is_looked_at_in_a_browser():
    looked_at = {kind.address for kind in KINDS if kind.name.startswith("styleguide")}

    slugs = ["tokens", *(module.part().slug for module in MODULES)]
    assert looked_at == {f"/styleguide/{slug}/" for slug in slugs}


def test_contrast_is_measured_as_wcag_does():
    assert ratio("#ffffff", "#000000") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_every_colour_stands_out_enough_from_what_it_is_put_on():
    assert [one for one in contrasts() if not one.enough] == []
