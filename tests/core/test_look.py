import re

import pytest
from django import forms
from django.test import Client

from cluster.core.artwork import initials, pattern
from cluster.core.stylesheet import stylesheet
from cluster.core.templatetags.look import artwork


class Registration(forms.Form):
    name = forms.CharField(help_text="As on your door.")
    phone = forms.CharField(required=False)
    days = forms.MultipleChoiceField(
        choices=[("1", "Monday"), ("2", "Tuesday")], widget=forms.CheckboxSelectMultiple
    )


def test_a_field_is_described_by_its_help_and_its_error():
    html = Registration({"phone": "1"}).as_div()

    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert '<label for="id_name">' in html


def test_only_a_field_that_may_stay_empty_says_so():
    form = Registration()

    assert "optional" in form["phone"].as_field_group()
    assert "optional" not in form["name"].as_field_group()


def test_choices_are_one_group_with_a_legend():
    html = Registration()["days"].as_field_group()

    assert html.count("<fieldset") == html.count("</fieldset>") == 1
    assert re.search(r"<legend>\s*Days\s*</legend>", html)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Anna Weber", "AW"), ("Studio", "S"), ("Les Ateliers de la Lune", "LL"), ("…", "")],
)
def test_initials_are_of_the_first_and_last_word(name, letters):
    assert initials(name) == letters


def test_a_name_always_draws_the_same_and_another_one_something_else():
    assert pattern("Anna Weber") == pattern("Anna Weber")
    assert pattern("Anna Weber") != pattern("Anna Webers")


def test_artwork_says_a_name_harmlessly():
    assert "<script" not in artwork("<script> x", 3)


def test_the_styles_are_one_answer_that_may_be_kept_for_ever(client: Client):
    text, digest = stylesheet()

    response = client.get(f"/styles/{digest}.css")

    assert response.text == text
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert not response.cookies


def test_the_styles_at_another_address_are_kept_for_a_minute_only(client: Client):
    """Else whoever asks with a page from before a release has today's under it for a year."""
    response = client.get("/styles/0123456789ab.css")

    assert response.text == stylesheet()[0]
    assert response["Cache-Control"] == "public, max-age=60"


def test_every_colour_of_the_sheets_is_a_token():
    text, _digest = stylesheet()
    _tokens, rest = text.split("@layer base {", 1)

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", rest) == []
    assert "!important" not in text
