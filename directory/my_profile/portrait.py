from django import forms
from django.utils.translation import gettext_lazy as _

from cluster.media.focus import FocusField, focus_of, keep_focus
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
    focus = FocusField(
        label=_("What matters is …"), help_text=_("Lists show a part of the picture: this one.")
    )
    remove = forms.BooleanField(label=_("Take the picture away"), required=False)

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, **kwargs)
        self.member = member
        if not self.instance.image_id:
            del self.fields["remove"]
        self.fields["focus"].initial = focus_of(self.instance.image)

    def save(self, commit=False):
        draft = super().save()
        if self.cleaned_data.get("remove"):
            draft.image = None
        if file := self.cleaned_data["picture"]:
            draft.image = keep_picture(file, alt=draft.title, by=self.member)
        if draft.image and draft.image.uploaded_by_user_id == self.member.pk:
            keep_focus(draft.image, self.cleaned_data["focus"])
        return draft
