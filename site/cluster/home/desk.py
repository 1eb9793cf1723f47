"""What editors find of translations on their first screen."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cluster.core.desk import DeskPanel, Line, publishable

from .translation_cells import fill
from .translation_states import TO_DO, in_state, originals, with_states


class TranslationsPanel(DeskPanel):
    """Four queries: what may be done about a page depends on what there is of it."""

    name = "translations"
    order = 60

    def __init__(self, request):
        super().__init__(request)
        self.more_url = f"{reverse('translation_board')}?state=to-do"

    def heading(self, count):
        return ngettext(
            "%(count)d page to translate or bring up to date",
            "%(count)d pages to translate or bring up to date",
            count,
        ) % {"count": count}

    def find(self):
        pages = with_states(publishable(originals(), self.user))
        return pages.filter(in_state(TO_DO)).order_by("-last_published_at", "pk")

    def rows(self):
        return fill(super().rows(), self.user)

    def line(self, row):
        waiting = [cell for cell in row.cells.values() if cell.waits]
        words = [
            (
                _("%(language)s: %(state)s")
                % {"language": cell.language_name, "state": cell.state.label.lower()},
                cell.url,
            )
            for cell in waiting
        ]
        return Line(
            row.title,
            reverse("wagtailadmin_pages:edit", args=[row.pk]),
            facts=[label for label, url in words if not url],
            links=[(label, url) for label, url in words if url],
        )
