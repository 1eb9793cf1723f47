from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cluster.accounts.mail import failure
from directory.outcome.asking import STEPS, ask


class Command(BaseCommand):
    help = (
        "Asks both sides of a message, some weeks after it was delivered, whether it led to"
        " something; once more those who said “not yet”. Run it once a day; again is harmless."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say how many, and ask nobody")

    def handle(self, *, dry_run: bool, **options):
        now, failed = timezone.now(), 0
        for step in STEPS:
            total = step.due(now).count()
            if dry_run:
                self.stdout.write(f"{total:>7,} due: {step.name}")
            else:
                failed += self.take(step, now, total)
        if failed:
            raise CommandError(f"{failed} mails could not be sent; they are due again tomorrow.")

    def take(self, step, now, total: int) -> int:
        failed = asked = 0
        for done, one in enumerate(ask(step, now), start=1):
            if isinstance(one, Exception):
                failed += 1
                self.stderr.write(failure(one))
            asked += one is True
            self.stdout.write(f"{done:>7,} of {total:,}", ending="\r")
        self.stdout.write(f"{asked:>7,} {step.name}        ")
        return failed
