from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from events.registering.tending import forget, move_lines, remind, send_letters


class Command(BaseCommand):
    help = (
        "Passes on seats that nobody accepted in time, reminds people the day before their event,"
        " sends letters that failed, and erases registrations long after their event. Run it every"
        " few minutes; again is harmless."
    )

    def handle(self, *args, **options):
        now = timezone.now()
        moved, reminded = move_lines(now), remind(now)
        forgotten = forget(now)
        left, failed = send_letters(now)
        self.stdout.write(
            f"{moved} waiting lists looked at, {reminded} people to remind, {left} letters sent,"
            f" {forgotten} registrations erased"
        )
        if failed:
            raise CommandError(f"{failed} letters could not be sent; they stay due.")
