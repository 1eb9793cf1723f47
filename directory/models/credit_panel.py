from wagtail.admin.panels import Panel

from .credit import WorkCredit


class CreditsPanel(Panel):
    """Who is credited for the works of a profile, for editors to read."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "directory/admin/credits.html"

        def is_shown(self):
            return bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            given = WorkCredit.objects.filter(owner=self.instance.pk).standing()
            credits = given.select_related("credited")
            titles = {work.key: work.title for work in self.instance.realisations.all()}
            return {
                **super().get_context_data(parent_context),
                "rows": [(titles[one.work], one) for one in credits if one.work in titles],
            }
