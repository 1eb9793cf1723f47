"""The region's places: found by any of their names, in all languages, by postcode or by a point.

Places come from GeoNames (https://www.geonames.org, CC BY 4.0), which place a postcode belongs to
from the Countries States Cities Database (https://countrystatecity.in, ODbL 1.0): show
`ATTRIBUTION` with them. For another region replace `data/localities.csv` (name, canton, latitude,
longitude, population, other names separated by |), `data/postcodes.csv` (postcode, the locality's
official name) and `static/geo/outline.geojson`, or point `localities_file` elsewhere.
"""

import csv
import difflib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from .boxes import Box
from .distance import kilometres
from .points import Point

ATTRIBUTION = "GeoNames (CC BY 4.0), Countries States Cities Database (ODbL 1.0)"
POSTCODE = re.compile(r"[a-z]{0,2}(\d{4,5})(?!\d)")
"""As it begins what was typed, once folded: `L-4010 Esch` is `l4010esch`."""
MAX_LENGTH = 100
LIKENESS = 0.65


@dataclass(frozen=True, slots=True)
class Locality:
    """`name` is the official one; `names` holds all, the official one first."""

    name: str
    canton: str
    point: Point
    population: int
    names: tuple[str, ...]


def find(name: str) -> Locality | None:
    """The place of exactly this name in any language; accents, case, spaces and hyphens ignored.

    A name that several places have is the one's whose official name it is, else the most
    populous one's: "Esch" is Esch-sur-Alzette. A postcode, whatever name follows it, is its place.
    """
    key = fold(name)
    if code := POSTCODE.match(key):
        return _by_postcode(code.group(1)) or _by_key().get(key[code.end() :])
    return _by_key().get(key)


def by_name(name: str) -> Locality | None:
    """The place with this official name, as stored in a page; written exactly so."""
    return _by_official_name().get(name)


@lru_cache(maxsize=2048)
def suggest(text: str, limit: int = 8) -> tuple[Locality, ...]:
    """Places with a name that begins like this, most populous first; then those that are spelled
    alike, the most alike first. Empty text suggests nothing."""
    key = fold(text)
    if not key:
        return ()
    exact = [place] if (place := find(text)) else []
    starting = [place for name, place in _by_key().items() if name.startswith(key)]
    starting.sort(key=lambda place: -place.population)
    found = list(dict.fromkeys(exact + starting))
    if len(found) < limit:
        found = list(dict.fromkeys(found + _alike(key, limit)))
    return tuple(found[:limit])


def nearest(point: Point) -> Locality:
    return min(localities(), key=lambda place: kilometres(place.point, point))


@cache
def localities() -> tuple[Locality, ...]:
    """All places, most populous first."""
    with localities_file().open(encoding="utf-8", newline="") as file:
        places = [_locality(row) for row in csv.DictReader(file)]
    return tuple(sorted(places, key=lambda place: (-place.population, place.name)))


@cache
def cantons() -> tuple[str, ...]:
    return tuple(sorted({place.canton for place in localities()}))


@cache
def region() -> Box:
    """The box that holds every place."""
    longitudes = [place.point.longitude for place in localities()]
    latitudes = [place.point.latitude for place in localities()]
    return Box(min(longitudes), min(latitudes), max(longitudes), max(latitudes))


def localities_file() -> Path:
    return Path(__file__).parent / "data" / "localities.csv"


def postcodes_file() -> Path:
    """A region may do without."""
    return localities_file().with_name("postcodes.csv")


def fold(name: str) -> str:
    """What two spellings of a name have in common: letters and digits, no accent, no case."""
    decomposed = unicodedata.normalize("NFKD", name[:MAX_LENGTH].casefold())
    return "".join(character for character in decomposed if character.isalnum())


def _alike(key: str, limit: int) -> list[Locality]:
    """Places spelled like `key`, or that begin like it where it is long enough to tell."""
    spellings = dict(_by_key())
    if len(key) >= 4:
        for name, place in sorted(_by_key().items(), key=lambda item: -item[1].population):
            spellings.setdefault(name[: len(key) + 1], place)
    close = difflib.get_close_matches(key, spellings, n=limit, cutoff=LIKENESS)
    return [spellings[name] for name in close]


def _locality(row: dict[str, str]) -> Locality:
    others = [name for name in row["other_names"].split("|") if name]
    return Locality(
        name=row["name"],
        canton=row["canton"],
        point=Point(float(row["longitude"]), float(row["latitude"])),
        population=int(row["population"]),
        names=tuple(dict.fromkeys([row["name"], *others])),
    )


@cache
def _by_official_name() -> dict[str, Locality]:
    return {place.name: place for place in reversed(localities())}


@lru_cache(maxsize=2048)
def _by_postcode(code: str) -> Locality | None:
    """Of several places the most populous one. A code that is not listed, such as that of post
    boxes, is taken for the nearest number: the first two digits tell the part of the country."""
    around = (one for one in _postcodes() if len(one) == len(code) and one[:2] == code[:2])
    nearest = min(around, key=lambda one: abs(int(one) - int(code)), default="")
    return by_name(_postcodes().get(nearest, ""))


@cache
def _postcodes() -> dict[str, str]:
    if not postcodes_file().is_file():
        return {}
    with postcodes_file().open(encoding="utf-8", newline="") as file:
        return {row["postcode"]: row["locality"] for row in csv.DictReader(file)}


@cache
def _by_key() -> dict[str, Locality]:
    keys = {fold(place.name): place for place in reversed(localities())}
    for place in localities():
        for name in place.names:
            keys.setdefault(fold(name), place)
    return keys
