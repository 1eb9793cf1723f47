"""Map settings that would leave a map empty or ask the wrong host."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, Warning, register

from .gazetteer import localities_file
from .outline import outline_file


@register()
def check_map_tiles(app_configs, **kwargs):
    tiles = settings.MAP_TILES_URL
    if not tiles:
        return []
    problems = []
    if urlsplit(tiles).scheme not in ("http", "https"):
        problems.append(Error("MAP_TILES_URL must begin with http:// or https://", id="geo.E001"))
    missing = [part for part in ("{z}", "{x}", "{y}") if part not in tiles]
    if missing:
        problems.append(
            Error(
                f"MAP_TILES_URL lacks {', '.join(missing)}",
                hint="For example https://tiles.example.org/{z}/{x}/{y}.png",
                id="geo.E002",
            )
        )
    if not settings.MAP_TILES_ATTRIBUTION:
        problems.append(
            Warning(
                "MAP_TILES_ATTRIBUTION is empty",
                hint="Most sources of tiles ask to be named on the map.",
                id="geo.W001",
            )
        )
    return problems


@register()
def check_region(app_configs, **kwargs):
    return [
        Error(f"The region lacks its file {file}", id="geo.E003")
        for file in (localities_file(), outline_file())
        if not file.is_file()
    ]
