"""The admin's menu: what editors come for, in the order of how often they do."""

from django.urls import reverse
from wagtail import hooks

LEFT_OUT = {"help"}
"""Leads away from the site."""
REPORTS_LEFT_OUT = {"locked-pages", "workflows", "workflow-tasks", "page-types-usage"}
"""What a developer would ask; what editors ask has a list of its own."""
ORDER = (
    "profiles",
    "opportunities",
    "agenda",
    "resources",
    "explorer",
    "images",
    "documents",
    "reported-messages",
    "words",
    "reports",
    "settings",
)


@hooks.register("construct_main_menu")
def say_what_editors_come_for(request, menu_items):
    menu_items[:] = [item for item in menu_items if item.name not in LEFT_OUT]
    for item in menu_items:
        if item.name in ORDER:
            item.order = ORDER.index(item.name)


@hooks.register("construct_reports_menu")
def leave_out_what_nobody_asks(request, menu_items):
    """Wagtail-localize's list names its entry in the reader's language, and says less than our
    board of translations."""
    listed = reverse("wagtail_localize:translations_report")
    menu_items[:] = [
        item for item in menu_items if item.name not in REPORTS_LEFT_OUT and item.url != listed
    ]
