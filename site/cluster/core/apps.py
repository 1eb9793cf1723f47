from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "cluster.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from .signals import connect

        connect()
