"""Forms, in every state a field can be in."""

from django import forms

from cluster.core.fields import LanguagesFormField

from .samples import LONG, PARAGRAPH
from .showing import Part, Shown, State

CHOICES = (("design", "Design"), ("film", "Film & audiovisual"), ("long", LONG))
FILLED = {
    "name": "Léa Hoffmann",
    "email": "lea@example.org",
    "text": "Portraits and reportage.",
    "branch": "design",
    "languages": ["design", "film"],
    "free": "film",
    "day": "2026-05-21",
    "number": "3",
    "agreed": "on",
    "title_0": "Portraits d’atelier",
    "title_1": "Studio portraits",
}


class SampleForm(forms.Form):
    """One field of each kind there is on the site."""

    name = forms.CharField(label="Name", help_text="As it stands on your work.")
    email = forms.EmailField(
        label="E-mail", widget=forms.EmailInput(attrs={"placeholder": "a@b.lu"})
    )
    text = forms.CharField(label="About you", widget=forms.Textarea, required=False)
    branch = forms.ChoiceField(label="Branch", choices=(("", "Choose one"), *CHOICES))
    languages = forms.MultipleChoiceField(
        label="Branches", choices=CHOICES, widget=forms.CheckboxSelectMultiple, help_text=LONG
    )
    free = forms.ChoiceField(label="Free", choices=CHOICES, widget=forms.RadioSelect)
    day = forms.DateField(label="From", widget=forms.DateInput(attrs={"type": "date"}))
    number = forms.IntegerField(label="Years", min_value=0)
    picture = forms.FileField(label="Picture", required=False)
    title = LanguagesFormField(label="Title in each language", required=False)
    agreed = forms.BooleanField(label="I agree that this is published", help_text=PARAGRAPH)


def mistaken() -> SampleForm:
    form = SampleForm({"email": "lea at example", "number": "-1"})
    form.add_error(None, "Nothing was saved: please look at the marked fields.")
    form.add_error("name", LONG)
    return form


def disabled() -> SampleForm:
    form = SampleForm(initial=FILLED)
    for field in form.fields.values():
        field.disabled = True
    return form


def part() -> Part:
    return Part(
        "forms",
        "Forms",
        [
            Shown("components/form.html", states(), title="form, and every kind of field"),
            Shown("components/field.html", fields()),
            Shown("styleguide/elements/focus.html", title="focus"),
        ],
    )


def states() -> list[State]:
    return [
        State(name, {"form": form, "submit": "Save", "method": "get"})
        for name, form in {
            "empty": SampleForm(),
            "filled": SampleForm(FILLED),
            "mistaken": mistaken(),
            "disabled": disabled(),
        }.items()
    ]


def fields() -> list[State]:
    form = SampleForm(prefix="single")
    return [
        State("that has to be filled", {"field": form["name"]}),
        State("that may stay empty", {"field": form["text"]}),
    ]
