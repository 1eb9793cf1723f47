"""How a list of ours in the admin names a page."""

from wagtail.admin.ui.tables.pages import PageTitleColumn


class NameColumn(PageTitleColumn):
    """Without the menu of buttons, which asks the database twice a row what could be translated:
    the board of translations says it."""

    cell_template_name = "components/name_cell.html"
