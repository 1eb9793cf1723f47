from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from .document_uploads import check_document
from .uploads import CleanedPicture, clean_upload


class CustomImage(AbstractImage):
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made the picture.")
    )

    decorative = models.BooleanField(
        _("only decoration"),
        default=False,
        help_text=_("It shows nothing one would miss; nothing is read aloud in its place."),
    )

    admin_form_fields = (*Image.admin_form_fields, "decorative", "credit")

    def save(self, *args, **kwargs):
        """No file is kept that has not passed `clean_upload`; raises its ValidationError."""
        if (
            self.file
            and not self.file._committed
            and not isinstance(self.file.file, CleanedPicture)
        ):
            self.file = clean_upload(self.file.file)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)


class CustomRendition(AbstractRendition):
    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter"
            )
        ]


class CustomDocument(AbstractDocument):
    admin_form_fields = Document.admin_form_fields

    def clean(self):
        """Without a file the form has said so already; Wagtail would complain of its name."""
        if self.file:
            super().clean()

    def save(self, *args, **kwargs):
        """No file is kept that does not hold what its name says; raises ValidationError."""
        if self.file and not self.file._committed:
            check_document(self.file)
        super().save(*args, **kwargs)
