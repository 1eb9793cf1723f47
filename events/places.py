"""Where an event is, for searching and drawing."""

from cluster.geo import gazetteer
from cluster.geo.points import Point, parse_location


def point_of(location: str, locality: str) -> Point | None:
    """The pin, else the locality's centre, else nothing."""
    if location:
        try:
            return parse_location(location)
        except ValueError:
            return None
    place = gazetteer.find(locality) if locality else None
    return place.point if place else None
