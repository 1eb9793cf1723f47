from django.core.management.base import BaseCommand
from django.utils import timezone

from directory.following.sending import due, tell


class Command(BaseCommand):
    help = (
        "Writes to members who is new in the lists they follow, once for each day or week that is"
        " over. Run it once a day; again is harmless, also after it was interrupted."
    )

    def handle(self, **options):
        now = timezone.now()
        pks = list(due(now).values_list("pk", flat=True))
        written = 0
        for done, pk in enumerate(pks, 1):
            written += tell(pk, now)
            self.stdout.write(f"{done:>7,} of {len(pks):,}", ending="\r")
        self.stdout.write(f"{written:>7,} letters        ")
