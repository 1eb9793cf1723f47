from django import forms
from django.utils.translation import gettext_lazy as _

from cluster.media.forms import PictureField
from cluster.media.pictures import keep_picture

from ..models import ProfilePage
from .forms import SectionForm


class PortraitForm(SectionForm):
    """The picture beside the name. It needs no description: it is shown with the name."""

    class Meta:
        model = ProfilePage
        fields: list[str] = []

    picture = PictureField(label=_("Picture"), required=False)
    remove = forms.BooleanField(label=_("Take the picture away"), required=False)

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, **kwargs)
        self.member = member
        if not self.instance.image_id:
            del self.fields["remove"]

    def save(self, commit=False):
        draft = super().save()
        if self.cleaned_data.get("remove"):
            draft.image = None
        if file := self.cleaned_data["picture"]:
            draft.image = keep_picture(file, alt=draft.title, by=self.member)
        return draft
