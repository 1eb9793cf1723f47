"""What the browser draws by itself, as base.css and components.css have it."""

from cluster.core.icons import ICONS

from .samples import branches
from .showing import Part, Shown, State

SEGMENTS = ("headings", "running_text", "lists", "table", "buttons", "icons", "tags", "parts")


def part() -> Part:
    state = State("as it is", {"branches": branches(), "icons": sorted(ICONS)})
    return Part(
        "elements",
        "Elements",
        [Shown(f"styleguide/elements/{segment}.html", [state]) for segment in SEGMENTS],
    )
