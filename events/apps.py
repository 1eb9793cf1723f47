from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "events"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from django.db.models.signals import post_migrate

        from cluster.core.shown import shown_on_pages
        from directory.models.review import OWN_REVIEWS
        from directory.showing import profile_parts

        from . import signals
        from .models import EventReview, EventSeats
        from .on_profiles import events_of
        from .proposing import mail

        OWN_REVIEWS.add(EventReview)
        shown_on_pages(EventSeats)
        signals.connect()
        post_migrate.connect(signals.list_what_was_there_before, sender=self)
        mail.connect()
        profile_parts.append(events_of)
