"""The demo's registers, guides, checklist and price list; loading again is harmless."""

from .load import load

__all__ = ["load"]
