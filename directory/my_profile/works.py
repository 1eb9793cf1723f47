"""The works of a profile, in memory: each change is applied to the draft, which is then saved."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cluster.core.plain import web_address

from ..models import ProfilePage, Realisation
from .ordering import moved

MAX_WORKS = 12


class WorkForm(forms.ModelForm):
    """`key` makes one work of a form that is sent twice."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Realisation
        fields = ["title", "role", "client", "year", "description", "url"]
        widgets = {"description": forms.Textarea({"rows": 5})}

    url = forms.URLField(
        label=_("Link"),
        required=False,
        assume_scheme="https",
        validators=[web_address],
        help_text=_("A page or a video."),
        widget=forms.TextInput({"inputmode": "url"}),
    )


def find_work(draft: ProfilePage, key: str) -> Realisation | None:
    return next((work for work in draft.realisations.all() if str(work.key) == str(key)), None)


def put_work(draft: ProfilePage, work: Realisation) -> None:
    """In the place of the one with its key, else at the end."""
    works = list(draft.realisations.all())
    places = [place for place, one in enumerate(works) if one.key == work.key]
    if places:
        works[places[0]] = work
    else:
        works.append(work)
    arrange(draft, works)


def remove_work(draft: ProfilePage, key: str) -> None:
    arrange(draft, [work for work in draft.realisations.all() if str(work.key) != key])


def move_work(draft: ProfilePage, key: str, steps: int) -> None:
    """Earlier (-1) or later (1); what is first or last stays."""
    works = list(draft.realisations.all())
    arrange(draft, moved(works, [str(work.key) for work in works], key, steps))


def arrange(draft: ProfilePage, works: list[Realisation]) -> None:
    for order, work in enumerate(works):
        work.sort_order = order
    draft.realisations.set(works)
