import pytest
from django import forms
from django.template import Context, Template

from cluster.geo.checks import check_map_tiles, check_region
from cluster.geo.forms import LocalityField, LocationField, PlaceFormMixin, PlacePicker
from cluster.geo.widgets import LocalityInput
from directory.models.profile import ProfilePage


@pytest.mark.parametrize(
    ("tiles", "attribution", "found"),
    [
        ("", "", []),
        ("https://t.example.org/{z}/{x}/{y}.png", "Someone", []),
        ("https://t.example.org/{z}/{x}/{y}.png", "", ["geo.W001"]),
        ("https://t.example.org/{x}/{y}.png", "Someone", ["geo.E002"]),
        ("t.example.org/{z}/{x}/{y}.png", "Someone", ["geo.E001"]),
    ],
)
def test_broken_map_settings_are_found_before_the_map_is(settings, tiles, attribution, found):
    settings.MAP_TILES_URL, settings.MAP_TILES_ATTRIBUTION = tiles, attribution

    assert [problem.id for problem in check_map_tiles(None)] == found


def test_the_region_has_its_files():
    assert check_region(None) == []


pytestmark = pytest.mark.django_db


class PlainForm(forms.Form):
    locality = LocalityField()
    location = LocationField(required=False)


class WhereForm(PlaceFormMixin, forms.ModelForm):
    class Meta:
        model = ProfilePage
        fields = ["locality", "location"]
        widgets = {"locality": LocalityInput, "location": PlacePicker}


def codes(form):
    return {name: [one.code for one in found] for name, found in form.errors.as_data().items()}


def test_a_typed_town_becomes_its_official_name():
    form = PlainForm({"locality": "düdelingen", "location": "SRID=4326;POINT(6.08 49.48)"})

    assert codes(form) == {}
    assert form.cleaned_data["locality"] == "Dudelange"


def test_an_unknown_town_and_a_broken_point_are_said_at_their_fields():
    form = PlainForm({"locality": "Dudlange", "location": "here"})

    assert codes(form) == {"locality": ["unknown_locality"], "location": ["invalid_point"]}
    assert "Dudelange" in form.errors["locality"][0]


def test_without_a_script_the_pin_follows_a_newly_typed_town():
    page = ProfilePage(
        title="Anna", slug="anna", locality="Wiltz", location="SRID=4326;POINT(5.93 49.96)"
    )
    data = {"locality": "Esch", "location": page.location}
    form = WhereForm(data, instance=page)
    form.full_clean()

    assert page.locality == "Esch-sur-Alzette"
    assert page.location == "SRID=4326;POINT(5.98056 49.49583)"


def test_the_picker_keeps_what_was_typed_and_names_its_locality():
    html = str(WhereForm({"locality": "<b>", "location": '"><script>'})["location"])

    assert "<script>" not in html
    assert 'data-locality="locality"' in html
    assert 'data-suggest="/geo/suggest/"' in html


def test_the_drawing_shows_points_of_the_region_and_leaves_out_others():
    template = Template("{% load geo %}{% outline_map points 'Where we are' %}")
    esch = {"longitude": 5.98, "latitude": 49.5, "branch": 3}
    html = template.render(Context({"points": [esch, {"longitude": 7.0, "latitude": 43.5}]}))

    assert html.count("<circle") == 1
    assert "branch-3" in html
    assert 'aria-label="Where we are"' in html
