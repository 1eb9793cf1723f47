from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "events"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from wagtail.signals import page_published

        from cluster.core.shown import shown_on_pages
        from directory.models.review import OWN_REVIEWS
        from directory.showing import profile_parts

        from .models import EventPage, EventReview, EventSeats
        from .on_profiles import events_of
        from .proposing import mail
        from .signals import seats_may_have_grown

        OWN_REVIEWS.add(EventReview)
        shown_on_pages(EventSeats)
        page_published.connect(seats_may_have_grown, sender=EventPage)
        mail.connect()
        profile_parts.append(events_of)
