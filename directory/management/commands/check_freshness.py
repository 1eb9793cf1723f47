from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cluster.accounts.mail import failure
from directory.models import ProfileImport
from directory.renewal.checking import STEPS, check


class Command(BaseCommand):
    help = (
        "Asks members whose profile was confirmed a year ago whether it is still right, says so on"
        " those where nobody answers, then takes them off the site. Run it once a day; again is"
        " harmless. Forgets imports that are over, too."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say who is due, and do nothing")

    def handle(self, *, dry_run: bool, **options):
        now, failed = timezone.now(), 0
        for step in STEPS:
            due = step.due(now)
            if dry_run:
                for page in due.order_by("confirmed_at", "pk").iterator():
                    self.stdout.write(f"{step.name}: {page.title} ({page.confirmed_at:%Y-%m-%d})")
            else:
                failed += self.take(step, now, due.count())
        forgotten = ProfileImport.objects.forgotten(now)
        if not dry_run:
            forgotten.delete()
        if failed:
            raise CommandError(f"{failed} mails could not be sent; they are due again tomorrow.")

    def take(self, step, now, total: int) -> int:
        failed = done = 0
        for error in check(step, now):
            done += 1
            if error:
                failed += 1
                self.stderr.write(failure(error))
            self.stdout.write(f"{done:>7,} of {total:,}", ending="\r")
        self.stdout.write(f"{done - failed:>7,} {step.name}        ")
        return failed
