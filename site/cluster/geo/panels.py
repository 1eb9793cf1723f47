"""Panels for a page with `cluster.core.place.Placed`:

    MultiFieldPanel(place_panels(), _("Where"))

gives the locality with its suggestions, the address that moves the pin, and the map.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtailgeowidget.panels import GeoAddressPanel, LeafletPanel

from .widgets import AddressInput, LocalityInput, PlaceMap


class PlaceMapPanel(LeafletPanel):
    def widget_overrides(self):
        return {
            self.field_name: PlaceMap(
                address_field=self.address_field,
                zoom_field=self.zoom_field,
                hide_latlng=self.hide_latlng,
                zoom=self.zoom,
                srid=4326,
                id_prefix="id_",
            )
        }


class AddressPanel(GeoAddressPanel):
    def widget_overrides(self):
        return {self.field_name: AddressInput()}


def place_panels() -> list[Panel]:
    return [
        FieldPanel("locality", widget=LocalityInput),
        AddressPanel("address"),
        PlaceMapPanel(
            "location",
            address_field="address",
            help_text=_("Where the map shows it. Without a pin: the middle of the locality."),
        ),
    ]
