from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    name = "resources"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from cluster.core.shown import shown_on_pages

        from . import checks  # noqa: F401 - registers what it checks
        from .models import Figure, FigureValue, Gap, Need, Organisation

        shown_on_pages(Figure, FigureValue, Gap, Need, Organisation)
