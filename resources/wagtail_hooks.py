"""What resources add to the editors' admin."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.admin.staticfiles import versioned_static
from wagtail.snippets.models import register_snippet

from . import price_admin
from .contributing.admin import PriceObservationViewSet, WaitingPrices
from .desk import StaleFiguresPanel
from .gaps import sections_report
from .gaps.desk import GapsReportedPanel
from .gaps.merge_action import MergeReports
from .register_admin import RegisterGroup
from .rich_text import contentstate
from .rich_text.figures import FigureInText

register_snippet(RegisterGroup)


@hooks.register("register_admin_urls")
def lists_of_prices_and_answers():
    return [*price_admin.addresses(), *sections_report.addresses()]


@hooks.register("register_reports_menu_item")
def prices_in_the_menu():
    return price_admin.menu_item()


@hooks.register("register_reports_menu_item")
def useful_or_not_in_the_menu():
    return sections_report.menu_item()


hooks.register("register_bulk_action", MergeReports)


@hooks.register("construct_homepage_panels")
def say_what_is_to_be_reviewed(request, panels):
    panels += [StaleFiguresPanel(request), GapsReportedPanel(request), WaitingPrices(request)]


@hooks.register("register_admin_viewset")
def told_prices():
    return PriceObservationViewSet("told_prices")


@hooks.register("register_rich_text_features")
def figures_in_texts(features):
    features.register_embed_type(FigureInText)
    features.register_converter_rule("contentstate", "figure", contentstate.RULE)
    chooser = reverse_lazy("wagtailsnippetchoosers_resources_figure:choose")
    features.register_editor_plugin(
        "draftail",
        "figure",
        EntityFeature(
            {
                "type": contentstate.TYPE,
                "icon": "decimal",
                "description": _("Figure of the register"),
                "chooserUrls": {"figureChooser": chooser},
            },
            js=[versioned_static("wagtailadmin/js/chooser-modal.js"), "js/figure_in_text.js"],
        ),
    )
