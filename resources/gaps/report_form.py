from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class ReportForm(WagtailAdminModelForm):
    """What an editor was told on the telephone says as much as what a visitor wrote."""

    def clean(self):
        data = super().clean()
        if not data.get("text") and data.get("useful") is None and "text" not in self.errors:
            self.add_error("text", _("Say whether it was useful, or what is missing."))
        return data
