from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "cluster.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from wagtail.models import Locale, Site

        from .shown import shown_on_pages
        from .signals import connect

        shown_on_pages(Locale, Site)
        connect()
