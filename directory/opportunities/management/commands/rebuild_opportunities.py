from django.core.management.base import BaseCommand

from directory.opportunities.listing import rebuild


class Command(BaseCommand):
    help = "Makes what lists show of opportunities anew from the live ones."

    def handle(self, *args, **options):
        done = sum(1 for _one in rebuild())
        self.stdout.write(f"{done} opportunities")
