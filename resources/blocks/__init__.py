from .checklist import ChecklistItems
from .guide import GuideBody

__all__ = ["ChecklistItems", "GuideBody"]
