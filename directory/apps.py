from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "directory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from cluster.core.shown import shown_on_pages

        from . import review_mail, signals, views
        from .figures.contacts import count_contacts
        from .figures.counting import sources
        from .figures.profiles import count_profiles
        from .models import (
            Branch,
            FormerSkill,
            ListingTerm,
            ProfileListing,
            SearchWord,
            Skill,
            TermBits,
        )

        shown_on_pages(Branch, ListingTerm, ProfileListing, SearchWord, Skill, FormerSkill)
        shown_on_pages(TermBits)
        signals.connect()
        review_mail.connect()
        views.connect()
        sources.extend([count_profiles, count_contacts])
