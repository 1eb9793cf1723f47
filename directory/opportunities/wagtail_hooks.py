"""What opportunities add to the editors' admin and to a member's space."""

from django.utils import timezone
from django.utils.translation import get_language
from wagtail import hooks

from cluster.accounts.my_space import MemberData, Panel
from cluster.core.happening import MOST, Asked, Happenings
from directory.models import Branch, ProfileListing

from .addresses import list_url
from .cards import card, cards
from .desk import WaitingOpportunities
from .matching import fitting_opportunities
from .member_data import data_of, erase
from .models import OpportunityPage
from .models.listing import OpportunityListing
from .opportunity_admin import OpportunitiesViewSet
from .views import rows_of

SHOWN = 5


@hooks.register("construct_homepage_panels", order=1)
def say_what_waits(request, panels):
    panels.append(WaitingOpportunities(request))


@hooks.register("register_admin_viewset")
def list_of_opportunities():
    return OpportunitiesViewSet("opportunities")


@hooks.register("construct_page_listing_buttons")
def offer_no_translation(buttons, page, user, context=None):
    """An opportunity exists once, in the language it is written in."""
    if isinstance(page.specific_deferred, OpportunityPage):
        buttons[:] = [one for one in buttons if "localize" not in (one.url or "")]


@hooks.register("my_space_panels", order=15)
def my_opportunities(request):
    language, today = get_language() or "fr", timezone.localdate()
    mine = OpportunityPage.objects.of(request.user).with_review()[:SHOWN]
    profile = ProfileListing.objects.filter(page__member=request.user).first()
    found = fitting_opportunities(profile, today=today, language=language) if profile else []
    fitting = [
        card(one, language=language, branches={}, today=today, because=because)
        for one, because in found
    ]
    context = {"rows": rows_of(mine), "fitting": fitting, "list_url": list_url(language)}
    return Panel("me/opportunities_panel.html", context)


@hooks.register("export_member_data")
def my_opportunities_data(user):
    return MemberData("opportunities", data_of(user))


@hooks.register("delete_member_data")
def delete_my_opportunities(user):
    erase(user)


@hooks.register("happenings", order=2)
def opportunities_about(asked: Asked) -> Happenings:
    """Two queries where there are some; none is named by its key."""
    today = timezone.localdate(asked.now)
    found = OpportunityListing.objects.open(today).saying(asked.words).newest_first()
    if asked.branch:
        found = found.with_term("branch", asked.branch)
    shown = [] if asked.pages else list(found[:MOST])
    branches = {branch.slug: branch for branch in Branch.objects.all()} if shown else {}
    made = cards(shown, language=asked.language, branches=branches, today=today)
    return Happenings("components/opportunity_card.html", made)
