from django.apps import AppConfig


class OpportunitiesConfig(AppConfig):
    name = "directory.opportunities"
    label = "opportunities"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from cluster.core.shown import shown_on_pages
        from directory.contact.views import recipients
        from directory.models.review import OWN_REVIEWS

        from . import addresses, figures, signals
        from .answering import open_opportunity
        from .models import (
            OpportunityListing,
            OpportunityReview,
            OpportunityTerm,
        )

        OWN_REVIEWS.add(OpportunityReview)
        recipients[addresses.MODEL] = open_opportunity
        shown_on_pages(OpportunityListing, OpportunityTerm)
        signals.connect()
        figures.connect()
