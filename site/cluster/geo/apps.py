from django.apps import AppConfig


class GeoConfig(AppConfig):
    name = "cluster.geo"
    label = "geo"

    def ready(self):
        from . import checks  # noqa: F401
