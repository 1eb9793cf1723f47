"""Taking pictures and documents in: on the site, in the admin, over the API."""

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from .changes import picture_changed
from .document_uploads import check_document
from .uploads import NOT_READABLE, clean_upload

ACCEPTED = "image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,image/gif"

SHOWN = _("What the picture shows")
LOOKS = {"file", *(f"focal_point_{one}" for one in ("x", "y", "width", "height"))}
READ_ALOUD = _("Read aloud to people who do not see it. One short sentence.")

readable_size = lazy(filesizeformat, str)
"""Said in the language of who reads the form, not of who imports it."""


class PictureField(forms.FileField):
    """A file input for one picture; its cleaned value is a `CleanedPicture`, safe to keep."""

    widget = forms.FileInput

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Picture"))
        kwargs.setdefault(
            "help_text",
            format_lazy(
                _("JPEG, PNG, WebP, AVIF, HEIC or GIF, {size} at most. Hidden data is removed."),
                size=readable_size(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE),
            ),
        )
        super().__init__(**kwargs)

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "accept": ACCEPTED}

    def to_python(self, data):
        file = super().to_python(data)
        return clean_upload(file) if file else file


class PictureForm(forms.Form):
    """A picture and what it shows, asked side by side. Save it with `pictures.keep_picture`."""

    picture = PictureField()
    alt = forms.CharField(label=SHOWN, max_length=255, help_text=READ_ALOUD)


class AdminPictureField(PictureField):
    """Knows what Wagtail's page for many pictures at once tells before a file is sent."""

    max_upload_size = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    default_error_messages = {
        "file_too_large_unknown_size": format_lazy(
            _("This picture is too large. The most we take is {most}."),
            most=readable_size(max_upload_size),
        ),
        "invalid_image_extension": NOT_READABLE,
    }


class ImageForm(BaseImageForm):
    """The admin's and the API's. A picture is described, or said to be only decoration."""

    file = AdminPictureField(label=_("File"), widget=BaseImageForm.Meta.widgets["file"])
    field_order = ("title", "file", "description", "decorative")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in (self._meta.exclude or ()):
            # Django takes out no field that a form declares; the second step of the page for many
            # pictures at once, which sends none, could not be saved.
            del self.fields["file"]
        if description := self.fields.get("description"):
            description.label = SHOWN
            description.help_text = READ_ALOUD

    def clean(self):
        data = super().clean()
        if self._asks() and not (data.get("description") or data.get("decorative")):
            message = _("Say what the picture shows, or that it is only decoration.")
            self.add_error("description", forms.ValidationError(message, code="undescribed"))
        return data

    def save(self, commit=True):
        """The renditions of the file before are gone by then, and so are their addresses."""
        image = super().save(commit=commit)
        if commit and LOOKS.intersection(self.changed_data):
            picture_changed.send(type(image), image=image)
        return image

    def _asks(self) -> bool:
        """The page for many pictures at once sends the files first and asks afterwards."""
        return "description" in self.fields and self.add_prefix("description") in self.data


class CheckedDocumentField(WagtailDocumentField):
    def to_python(self, data):
        file = super().to_python(data)
        if file:
            check_document(file)
        return file


class DocumentForm(BaseDocumentForm):
    file = CheckedDocumentField(label=_("File"), widget=BaseDocumentForm.Meta.widgets["file"])
