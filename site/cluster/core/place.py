"""A place as the geo widget stores it, for every page that has one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Placed(models.Model):
    """`location` is the widget's text, `SRID=4326;POINT(longitude latitude)`, or empty."""

    locality = models.CharField(
        _("locality"),
        max_length=100,
        blank=True,
        help_text=_("Town or village, as in the list of places."),
    )
    address = models.CharField(
        _("address"),
        max_length=250,
        blank=True,
        help_text=_("Street and number; type to find it on the map."),
    )
    location = models.CharField(_("point on the map"), max_length=250, blank=True)

    class Meta:
        abstract = True
