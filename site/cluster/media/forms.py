"""Taking pictures and documents in: on the site, in the admin, over the API."""

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from .document_uploads import check_document
from .uploads import NOT_READABLE, clean_upload

ACCEPTED = "image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,image/gif"


class PictureField(forms.FileField):
    """A file input for one picture; its cleaned value is a `CleanedPicture`, safe to keep."""

    widget = forms.FileInput

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Picture"))
        kwargs.setdefault(
            "help_text",
            format_lazy(
                _("JPEG, PNG, WebP, AVIF, HEIC or GIF, {size} at most. Hidden data is removed."),
                size=filesizeformat(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE),
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
    alt = forms.CharField(
        label=_("What the picture shows"),
        max_length=255,
        help_text=_("Read aloud to people who do not see it. One short sentence."),
    )


class AdminPictureField(PictureField):
    """Knows what Wagtail's page for many pictures at once tells before a file is sent."""

    max_upload_size = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    default_error_messages = {
        "file_too_large_unknown_size": format_lazy(
            _("This picture is too large. The most we take is {most}."),
            most=filesizeformat(max_upload_size),
        ),
        "invalid_image_extension": NOT_READABLE,
    }


class ImageForm(BaseImageForm):
    """The admin's and the API's."""

    file = AdminPictureField(label=_("File"), widget=BaseImageForm.Meta.widgets["file"])


class CheckedDocumentField(WagtailDocumentField):
    def to_python(self, data):
        file = super().to_python(data)
        if file:
            check_document(file)
        return file


class DocumentForm(BaseDocumentForm):
    file = CheckedDocumentField(label=_("File"), widget=BaseDocumentForm.Meta.widgets["file"])
