"""The works of a profile, in memory: each change is applied to the draft, which is then saved."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue

from cluster.media.forms import PictureField
from cluster.media.pictures import keep_picture

from ..models import ProfilePage, Realisation

MAX_WORKS = 12
MAX_PICTURES = 8
MAX_ALT = 200
FIRST_YEAR = 1900


class WorkForm(forms.ModelForm):
    class Meta:
        model = Realisation
        fields = ["title", "role", "client", "year", "description", "url"]
        widgets = {"description": forms.Textarea({"rows": 5})}

    year = forms.IntegerField(label=_("Year"), required=False, min_value=FIRST_YEAR)
    url = forms.URLField(
        label=_("Link"),
        required=False,
        assume_scheme="https",
        help_text=_("A page or a video."),
        widget=forms.TextInput({"inputmode": "url"}),
    )

    def clean_year(self):
        year = self.cleaned_data["year"]
        latest = timezone.localdate().year + 1
        if year and year > latest:
            raise forms.ValidationError(
                _("Not after %(year)d, please."), code="future", params={"year": latest}
            )
        return year


class PicturesForm(forms.Form):
    """A work's pictures, each with the words for who cannot see it, and room for one more."""

    picture = PictureField(label=_("Add a picture"), required=False)
    alt = forms.CharField(
        label=_("What does it show?"),
        max_length=MAX_ALT,
        required=False,
        help_text=_("One sentence, for people who cannot see it."),
    )

    def __init__(self, *args, work, **kwargs):
        super().__init__(*args, **kwargs)
        self.blocks = list(work.images)
        for block in self.blocks:
            self.fields[f"alt-{block.id}"] = forms.CharField(
                label=_("What does it show?"),
                max_length=MAX_ALT,
                initial=block.value.contextual_alt_text,
            )
            self.fields[f"remove-{block.id}"] = forms.BooleanField(
                label=_("Take this picture away"), required=False
            )
        self.is_full = len(self.blocks) >= MAX_PICTURES

    def there(self):
        """(picture, its two bound fields, its id), for the template."""
        return [
            (block.value, self[f"alt-{block.id}"], self[f"remove-{block.id}"], block.id)
            for block in self.blocks
        ]

    def clean(self):
        data = super().clean()
        kept = [block for block in self.blocks if not data.get(f"remove-{block.id}")]
        if data.get("picture") and len(kept) >= MAX_PICTURES:
            self.add_error("picture", _("A piece of work has eight pictures at most."))
        return data

    def apply(self, work: Realisation, *, member, first: str = "") -> None:
        """`first` names the picture to be shown before all others."""
        kept: list[tuple] = []
        for block in self.blocks:
            if not self.cleaned_data[f"remove-{block.id}"]:
                described(block.value, self.cleaned_data[f"alt-{block.id}"])
                kept.append(("image", block.value, block.id))
        if file := self.cleaned_data["picture"]:
            alt = self.cleaned_data["alt"] or work.title
            kept.append(("image", described(keep_picture(file, alt=alt, by=member), alt), None))
        kept.sort(key=lambda picture: not first or picture[2] != first)
        work.images = StreamValue(work.images.stream_block, kept)


def described(image, alt: str):
    image.contextual_alt_text, image.decorative = alt, False
    return image


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
    place = next((place for place, work in enumerate(works) if str(work.key) == str(key)), None)
    if place is not None and 0 <= place + steps < len(works):
        works.insert(place + steps, works.pop(place))
        arrange(draft, works)


def arrange(draft: ProfilePage, works: list[Realisation]) -> None:
    for order, work in enumerate(works):
        work.sort_order = order
    draft.realisations.set(works)
