import math

from .points import Point

EARTH_RADIUS_KM = 6371.0088


def kilometres(one: Point, other: Point) -> float:
    """Along a great circle (haversine); wrong by 0.5 % at most, the earth being no sphere."""
    lat1, lat2 = math.radians(one.latitude), math.radians(other.latitude)
    half_lat = math.sin((lat2 - lat1) / 2) ** 2
    half_lon = math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    haversine = half_lat + math.cos(lat1) * math.cos(lat2) * half_lon
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, haversine)))
