from .calculators import AdvanceSimulatorPage, HourlyRatePage
from .checklist import ChecklistPage
from .guide import GuidePage
from .observation import PriceObservation
from .organisation import Organisation
from .price_list import PriceListPage, PriceRow
from .register import Figure, FigureValue
from .section import ResourcesPage

__all__ = [
    "AdvanceSimulatorPage",
    "ChecklistPage",
    "Figure",
    "FigureValue",
    "GuidePage",
    "HourlyRatePage",
    "Organisation",
    "PriceListPage",
    "PriceObservation",
    "PriceRow",
    "ResourcesPage",
]
