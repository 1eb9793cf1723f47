"""The pictures of a work: described, ordered, taken away, and room for one more."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue
from wagtail.images import get_image_model

from cluster.media.focus import FocusField, focus_of, keep_focus
from cluster.media.forms import PictureField
from cluster.media.pictures import keep_picture

from ..models import Realisation
from .ordering import moved

MAX_PICTURES = 8
MAX_ALT = 200


class KeptPictureField(forms.ModelChoiceField):
    """A picture sent with a form that was not right yet, so that it need not be chosen again."""

    def __init__(self):
        super().__init__(
            queryset=get_image_model().objects.none(),
            required=False,
            widget=forms.HiddenInput,
            error_messages={
                "invalid_choice": _("Your picture is no longer there. Please choose it again.")
            },
        )


class PicturesForm(forms.Form):
    """A work's pictures, each with the words for who cannot see it, and room for one more."""

    picture = PictureField(label=_("Add a picture"), required=False)
    kept = KeptPictureField()
    alt = forms.CharField(
        label=_("What does it show?"),
        max_length=MAX_ALT,
        required=False,
        help_text=_(
            "One sentence. It is read aloud to people who cannot see the picture, and helps"
            " others find it."
        ),
    )

    def __init__(self, *args, work, member, **kwargs):
        super().__init__(*args, **kwargs)
        self.member = member
        self.fields["kept"].queryset = get_image_model().objects.filter(uploaded_by_user=member)
        self.blocks = list(work.images)
        for block in self.blocks:
            self.fields[f"alt-{block.id}"] = forms.CharField(
                label=_("What does it show?"),
                max_length=MAX_ALT,
                initial=block.value.contextual_alt_text,
            )
            self.fields[f"focus-{block.id}"] = FocusField(
                label=_("What matters is …"), initial=focus_of(block.value), widget=forms.Select
            )
            self.fields[f"remove-{block.id}"] = forms.BooleanField(
                label=_("Take this picture away"), required=False
            )
        self.is_full = len(self.blocks) >= MAX_PICTURES

    def there(self):
        """(picture, its bound fields, its id), for the template."""
        return [
            (
                block.value,
                [self[f"{name}-{block.id}"] for name in ("alt", "focus", "remove")],
                block.id,
            )
            for block in self.blocks
        ]

    @property
    def waiting(self):
        """The picture that came with a form that was not right yet."""
        return "kept" not in self.errors and self.is_bound and self.cleaned_data.get("kept")

    @property
    def is_adding(self):
        return bool(self.cleaned_data.get("picture") or self.cleaned_data.get("kept"))

    def clean(self):
        data = super().clean()
        left = [block for block in self.blocks if not data.get(f"remove-{block.id}")]
        if (data.get("picture") or data.get("kept")) and len(left) >= MAX_PICTURES:
            self.add_error("picture", _("A piece of work has eight pictures at most."))
        return data

    def keep_what_came(self) -> None:
        """Stores a picture that is right, in a form that is not."""
        if file := self.cleaned_data.get("picture"):
            image = keep_picture(file, alt=self.cleaned_data.get("alt", ""), by=self.member)
            self.cleaned_data |= {"kept": image, "picture": None}
            self.data = {**self.data, self.add_prefix("kept"): str(image.pk)}

    def apply(self, work: Realisation, *, orders) -> None:
        """`orders` may name a picture to show `first`, `earlier` or `later`."""
        pictures: list[tuple] = []
        for block in self.blocks:
            if not self.cleaned_data[f"remove-{block.id}"]:
                described(block.value, self.cleaned_data[f"alt-{block.id}"])
                if block.value.uploaded_by_user_id == self.member.pk:
                    keep_focus(block.value, self.cleaned_data[f"focus-{block.id}"])
                pictures.append(("image", block.value, block.id))
        if image := self._added(work):
            pictures.append(("image", image, None))
        work.images = StreamValue(work.images.stream_block, _ordered(pictures, orders))

    def _added(self, work: Realisation):
        alt = self.cleaned_data["alt"] or work.title
        image = self.cleaned_data["kept"]
        if file := self.cleaned_data["picture"]:
            image = keep_picture(file, alt=alt, by=self.member)
        return image and described(image, alt)


def described(image, alt: str):
    image.contextual_alt_text, image.decorative = alt, False
    return image


def _ordered(pictures: list[tuple], orders) -> list[tuple]:
    for name, steps in (("first", -MAX_PICTURES), ("earlier", -1), ("later", 1)):
        if chosen := orders.get(name):
            ids = [block_id for _kind, _image, block_id in pictures]
            pictures = moved(pictures, ids, chosen, steps)
    return pictures
