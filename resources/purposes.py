"""What somebody comes to the resources for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    START = "start", _("I am starting")
    EXPORT = "export", _("I export")
    TENDER = "tender", _("I answer a tender")
    PRICE = "price", _("I set my price")
    LEARN = "learn", _("I learn")
