from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    name = "resources"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from django.db.models.signals import post_save

        from cluster.core.shown import shown_on_pages

        from . import checks  # noqa: F401 - registers what it checks
        from .figures_read import index_new_figure
        from .models import Figure, FigureValue, Gap, Need, Organisation

        shown_on_pages(Figure, FigureValue, Gap, Need, Organisation)
        post_save.connect(index_new_figure, sender=Figure)
