"""A place as the geo widget stores it, for every page that has one."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from cluster.geo.distance import kilometres
from cluster.geo.forms import invalid_point, unknown_locality
from cluster.geo.gazetteer import find, nearest
from cluster.geo.points import Point, format_location, parse_location

NEAR_KM = 10
"""Within this distance of a place of the region a point counts as being there."""


class Placed(models.Model):
    """`location` is the widget's text, `SRID=4326;POINT(longitude latitude)`, or empty.

    `clean` makes the two agree: a known locality is written officially and lends its centre to a
    missing point; a point lends its nearest place to a missing locality. A locality that is not in
    the gazetteer is taken only with a point outside the region.
    """

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

    @property
    def point(self) -> Point | None:
        """Where the pin is; None where there is none."""
        try:
            return parse_location(self.location) if self.location else None
        except ValueError:
            return None

    def clean(self):
        super().clean()
        self.locality, self.location = self.locality.strip(), self.location.strip()
        point = self._checked_point()
        if self.locality:
            self._check_locality(point)
        elif point and (place := nearest(point)) and kilometres(place.point, point) <= NEAR_KM:
            self.locality = place.name

    def _checked_point(self) -> Point | None:
        if not self.location:
            return None
        try:
            return parse_location(self.location)
        except ValueError as error:
            raise ValidationError({"location": invalid_point()}) from error

    def _check_locality(self, point: Point | None) -> None:
        place = find(self.locality)
        if place:
            self.locality = place.name
            self.location = self.location or format_location(place.point)
        elif not point or kilometres(nearest(point).point, point) <= NEAR_KM:
            raise ValidationError({"locality": unknown_locality(self.locality)})
