from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "events"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from django.db.models.signals import post_delete, post_save, pre_delete
        from wagtail.signals import page_published

        from cluster.core.shown import shown_on_pages
        from directory.merging import skill_merged
        from directory.models import Skill
        from directory.models.review import OWN_REVIEWS
        from directory.showing import profile_parts

        from .models import EventPage, EventReview, EventSeats
        from .on_profiles import events_of
        from .proposing import mail
        from .signals import (
            remember_events,
            seats_may_have_grown,
            show_renamed,
            show_without,
            take_over,
        )

        OWN_REVIEWS.add(EventReview)
        shown_on_pages(EventSeats)
        page_published.connect(seats_may_have_grown, sender=EventPage)
        post_save.connect(show_renamed, sender=Skill)
        pre_delete.connect(remember_events, sender=Skill)
        post_delete.connect(show_without, sender=Skill)
        skill_merged.connect(take_over)
        mail.connect()
        profile_parts.append(events_of)
