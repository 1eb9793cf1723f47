from django.core.management.base import BaseCommand

from directory.opportunities.expiry import expire


class Command(BaseCommand):
    help = "Tells posters of opportunities that end soon or have ended; run it once a day."

    def handle(self, *args, **options):
        ending, ended = expire()
        self.stdout.write(f"{ending} reminded, {ended} ended")
