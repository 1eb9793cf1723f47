"""What the map beside the list needs to know of a query."""

from dataclasses import dataclass
from typing import Any

from cluster.geo.boxes import format_box

from .query import ProfileQuery

FEATURES = "/api/v1/directory/map/"


@dataclass(frozen=True, slots=True)
class ResultMap:
    """`profiles` are the summaries that the list shows."""

    query: ProfileQuery
    language: str
    profiles: list[dict[str, Any]]

    @property
    def features_url(self) -> str:
        """Without a box: the map adds the one it shows."""
        anywhere = self.query.without("bbox").url(sort="")
        return f"{FEATURES}{anywhere}&lang={self.language}".replace("?&", "?")

    @property
    def search_url(self) -> str:
        return self.query.url()

    @property
    def box(self) -> str:
        return format_box(self.query.bbox) if self.query.bbox else ""

    @property
    def points(self) -> list[dict[str, Any]]:
        """Of the profiles listed, for the map that is drawn without scripts."""
        return [
            {
                "id": one["id"],
                "about": one["place"]["precision"] == "locality",
                "longitude": one["place"]["point"][0],
                "latitude": one["place"]["point"][1],
                "branch": one["branches"][0]["colour"] if one["branches"] else 0,
            }
            for one in self.profiles
            if one["place"]["point"]
        ]
