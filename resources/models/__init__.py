from .calculators import AdvanceSimulatorPage, HourlyRatePage
from .checklist import ChecklistPage
from .gap import Gap, GapReport
from .gaps_page import GapsPage
from .guide import GuidePage
from .need import Need
from .observation import PriceObservation
from .organisation import Organisation
from .organisations_page import OrganisationsPage
from .price_list import PriceListPage, PriceRow
from .register import Figure, FigureValue
from .section import ResourcesPage
from .training import TrainingPage
from .trainings_page import TrainingsPage

__all__ = [
    "AdvanceSimulatorPage",
    "ChecklistPage",
    "Figure",
    "FigureValue",
    "Gap",
    "GapReport",
    "GapsPage",
    "GuidePage",
    "HourlyRatePage",
    "Need",
    "Organisation",
    "OrganisationsPage",
    "PriceListPage",
    "PriceObservation",
    "PriceRow",
    "ResourcesPage",
    "TrainingPage",
    "TrainingsPage",
]
