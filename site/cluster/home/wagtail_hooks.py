"""The admin in our name, with what editors use."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks

from . import menu, translation_board  # noqa: F401 - the menu registers itself
from .desk import TranslationsPanel

STYLE_SHEETS = ("css/tokens.css", "css/admin.css")


@hooks.register("insert_global_admin_css")
def our_colours():
    return format_html_join(
        "", '<link rel="stylesheet" href="{}">', ((static(name),) for name in STYLE_SHEETS)
    )


@hooks.register("register_admin_urls")
def board_addresses():
    return translation_board.addresses()


@hooks.register("register_reports_menu_item")
def board_in_the_menu():
    return translation_board.menu_item()


@hooks.register("construct_homepage_panels")
def say_what_is_not_translated(request, panels):
    panels.append(TranslationsPanel(request))
