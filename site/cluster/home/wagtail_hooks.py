"""The admin in our name, with what editors use."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

UNUSED = {"help"}
"""Names of menu items that lead away from the site."""


@hooks.register("insert_global_admin_css")
def our_colours():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("construct_main_menu")
def leave_out_what_nobody_uses(request, menu_items):
    menu_items[:] = [item for item in menu_items if item.name not in UNUSED]
