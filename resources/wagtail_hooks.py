"""What resources add to the editors' admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from . import price_admin
from .contributing.admin import PriceObservationViewSet, WaitingPrices
from .desk import StaleFiguresPanel
from .register_admin import RegisterGroup

register_snippet(RegisterGroup)


@hooks.register("register_admin_urls")
def list_of_prices():
    return price_admin.addresses()


@hooks.register("register_reports_menu_item")
def prices_in_the_menu():
    return price_admin.menu_item()


@hooks.register("construct_homepage_panels")
def say_what_is_to_be_reviewed(request, panels):
    panels.append(StaleFiguresPanel(request))


@hooks.register("construct_homepage_panels")
def say_what_was_told(request, panels):
    panels.append(WaitingPrices(request))


@hooks.register("register_admin_viewset")
def told_prices():
    return PriceObservationViewSet("told_prices")
