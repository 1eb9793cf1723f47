from django.core.management.base import BaseCommand
from wagtail.models import Page

from cluster.media.smaller_pictures import make_smaller_pictures
from directory import smaller_pictures as of_profiles
from directory.models import ProfilePage

SAID_EVERY = 100


class Command(BaseCommand):
    help = "Makes the AVIF pictures that what is public lacks; again is harmless."

    def handle(self, *args, **options):
        profiles = ProfilePage.objects.live().order_by("pk").values_list("pk", flat=True)
        pages = Page.objects.live().not_type(ProfilePage).order_by("pk")
        self.make(of_profiles.make_smaller_pictures, list(profiles), "profiles")
        self.make(make_smaller_pictures, list(pages.values_list("pk", flat=True)), "other pages")

    def make(self, making, pks, what):
        for done, pk in enumerate(pks, start=1):
            making.call(pk)
            if done % SAID_EVERY == 0 or done == len(pks):
                self.stdout.write(f"  pictures of {done} of {len(pks)} {what}")
