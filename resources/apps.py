from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    name = "resources"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from cluster.core.shown import shown_on_pages

        from .models import Figure, FigureValue, Organisation

        shown_on_pages(Figure, FigureValue, Organisation)
