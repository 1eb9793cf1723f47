"""Setting up who reviews opportunities."""

from django.conf import settings
from wagtail.models import WorkflowPage

from directory.review import workflow_of

from .models import OpportunitiesPage, OpportunityReview
from .posting import REVIEW


def plant_opportunity_review() -> None:
    """What editors themselves post passes the same review."""
    workflow = workflow_of(OpportunityReview, name=REVIEW)
    home = OpportunitiesPage.objects.get(locale__language_code=settings.LANGUAGE_CODE)
    WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": workflow})
