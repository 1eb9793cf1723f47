from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "cluster.delivery"
    label = "delivery"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from .signals import connect

        connect()
