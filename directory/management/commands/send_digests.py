from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cluster.accounts.mail import failure
from directory.following.sending import due, tell


class Command(BaseCommand):
    help = (
        "Writes to members who is new in the lists they follow, once for each day or week that is"
        " over. Run it once a day; again is harmless, also after it was interrupted."
    )

    def handle(self, **options):
        now = timezone.now()
        pks = list(due(now).values_list("pk", flat=True))
        written = failed = 0
        for done, pk in enumerate(pks, 1):
            try:
                written += tell(pk, now)
            except Exception as error:  # noqa: BLE001 - whatever it is, the others leave
                failed += 1
                self.stderr.write(f"{pk}: {failure(error)}")
            self.stdout.write(f"{done:>7,} of {len(pks):,}", ending="\r")
        self.stdout.write(f"{written:>7,} letters        ")
        if failed:
            raise CommandError(f"{failed} mails could not be sent; they are due again next time.")
