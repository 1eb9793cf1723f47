from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "events"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from wagtail.signals import page_published

        from .models import EventPage
        from .signals import seats_may_have_grown

        page_published.connect(seats_may_have_grown, sender=EventPage)
