from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "cluster.media"
    label = "media"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from cluster.core.shown import shown_on_pages

        from . import smaller_pictures
        from .avif import register
        from .models import CustomDocument, CustomImage

        register()
        smaller_pictures.connect()
        shown_on_pages(CustomDocument, CustomImage)
