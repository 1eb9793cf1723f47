"""The organisations a visitor asked for, as a list and on the map, and what nobody helps with."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import JsonResponse, QueryDict

from cluster.geo.boxes import parse_box

from ..models.need import Need
from ..models.organisation import Organisation
from ..purposes import Purpose
from .forms import OrganisationsForm
from .querysets import OrganisationQuerySet

MOST = 500


def chosen(wanted: Mapping[str, Any]) -> OrganisationQuerySet:
    """`wanted` has any of q, purpose, need, audience, language."""
    found = Organisation.objects.helping_with(
        purpose=wanted.get("purpose") or "", need=wanted.get("need") or ""
    )
    if audience := wanted.get("audience"):
        found = found.helping(audience)
    if language := wanted.get("language"):
        found = found.speaking(language)
    return found.saying(wanted.get("q") or "")


class OrganisationsList:
    """Three queries, however many there are."""

    def __init__(self, parameters: QueryDict, address: str):
        self.parameters, self.address = parameters, address
        choices = [(need.slug, str(need)) for need in Need.objects.all()]
        self.form = OrganisationsForm(parameters, need=choices)
        self.wanted = self.form.wanted

    @cached_property
    def rows(self) -> list[Organisation]:
        return list(chosen(self.wanted).prefetch_related("needs")[:MOST])

    @property
    def gaps(self) -> list[Need]:
        """Of what was asked, the steps nobody helps with; of words no step can be told."""
        purpose, need = self.wanted.get("purpose"), self.wanted.get("need")
        asked = [
            one
            for one in self._unmet
            if (not purpose or one.purpose == purpose) and (not need or one.slug == need)
        ]
        return [] if self.wanted.get("q") else asked

    @cached_property
    def _unmet(self) -> list[Need]:
        return list(Need.objects.unmet())

    @property
    def places_url(self) -> str:
        return f"{self.address}places.geojson?{self.form.encoded}"

    @property
    def points(self) -> list[dict[str, Any]]:
        return [
            {"id": one.pk, "longitude": one.longitude, "latitude": one.latitude}
            for one in self.rows
            if one.longitude is not None
        ]

    @property
    def purposes(self) -> list[dict[str, Any]]:
        """What somebody comes for, one click each."""
        active = self.wanted.get("purpose")
        kept = {key: value for key, value in self.wanted.items() if key not in ("purpose", "need")}
        return [
            {
                "label": purpose.label,
                "url": "?" + urlencode({**kept, "purpose": purpose.value}),
                "active": purpose.value == active,
            }
            for purpose in Purpose
        ]

    def geojson(self) -> JsonResponse:
        features = [self._feature(one) for one in self.rows if self._is_inside(one)]
        return JsonResponse(
            {"type": "FeatureCollection", "features": features},
            content_type="application/geo+json",
        )

    def _is_inside(self, one: Organisation) -> bool:
        return one.longitude is not None and (
            self._box is None
            or (
                self._box.west <= one.longitude <= self._box.east
                and self._box.south <= (one.latitude or 0) <= self._box.north
            )
        )

    @cached_property
    def _box(self):
        """What the map shows; what is no box shows everything."""
        try:
            return parse_box(self.parameters.get("bbox", ""))
        except ValueError:
            return None

    def _feature(self, one: Organisation) -> dict[str, Any]:
        return {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [one.longitude, one.latitude]},
            "properties": {
                "cluster": False,
                "count": 1,
                "id": one.pk,
                "slug": one.slug,
                "name": str(one),
                "headline": one.locality,
                "branch": None,
                "precision": "locality" if one.is_approximate else "exact",
                "html_url": f"{settings.BASE_URL}{self.address}#who-{one.slug}",
            },
        }
