from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm


class EventPageForm(WagtailAdminPageForm):
    """Says "a session" where Django would say "at least 1 form"."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if sessions := self.formsets.get("sessions"):
            sessions.error_messages["too_few_forms"] = _(
                "An event needs at least one session: when does it start and end?"
            )
