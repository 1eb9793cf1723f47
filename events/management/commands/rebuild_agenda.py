from django.core.management.base import BaseCommand

from events.models.projection import rebuild


class Command(BaseCommand):
    help = "Makes what the agenda lists anew from the live events; again is harmless."

    def handle(self, *args, **options):
        self.stdout.write(f"{rebuild()} events are listed.")
