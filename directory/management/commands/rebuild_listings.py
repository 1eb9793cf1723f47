from django.core.management.base import BaseCommand

from directory.listing import rebuild


class Command(BaseCommand):
    help = "Makes every public listing anew from the live profiles; again is harmless."

    def handle(self, *args, **options):
        done = 0
        for done in rebuild():
            self.stdout.write(f"{done} profiles", ending="\r")
        self.stdout.write(f"{done} profiles are listed.")
