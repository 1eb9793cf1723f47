from .listing import OpportunityListing, OpportunityTerm
from .opportunity import OpportunityPage
from .pages import OpportunitiesPage
from .review import OpportunityReview

__all__ = [
    "OpportunitiesPage",
    "OpportunityListing",
    "OpportunityPage",
    "OpportunityReview",
    "OpportunityTerm",
]
