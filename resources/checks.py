"""What a machine lacks is said when the site starts."""

from django.core.checks import Info, register

from .paper import writing


@register()
def guides_can_be_written_as_pdf(app_configs, **kwargs):
    if writing.is_possible():
        return []
    return [
        Info(
            "Guides are offered as pages to print, not as PDF: Pango is not installed.",
            hint="On Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0.",
            id="resources.I001",
        )
    ]
