"""What browsers may load on our pages: only what comes from this site, and configured map tiles."""

from urllib.parse import urlsplit

SELF = "'self'"


def public_policy(tiles_url: str) -> dict[str, list[str]]:
    return {
        "default-src": [SELF],
        # Named so that a view may add to them: an added directive would replace the default.
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:", *_origin(tiles_url)],
        # The challenge against robots counts in a worker made from a blob.
        "worker-src": [SELF, "blob:"],
        "object-src": ["'none'"],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }


def admin_policy() -> dict[str, list[str]]:
    """Wagtail writes scripts and styles into its pages and gives them no nonce."""
    return {
        "script-src": [SELF, "'unsafe-inline'"],
        "style-src": [SELF, "'unsafe-inline'"],
    }


def _origin(tiles_url: str) -> list[str]:
    """`https://{s}.tiles.example.org/{z}…` → `https://*.tiles.example.org`."""
    parts = urlsplit(tiles_url)
    return [f"{parts.scheme}://{parts.netloc.replace('{s}', '*')}"] if parts.netloc else []
