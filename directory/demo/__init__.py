"""The demo's profiles, with pictures that are drawn for them."""

from .loading import load

__all__ = ["load"]
