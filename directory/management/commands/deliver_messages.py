from django.core.management.base import BaseCommand, CommandError

from cluster.accounts.mail import failure
from directory.contact.delivery import (
    deliver_message,
    deliver_reply,
    unclaimed,
    undelivered_messages,
    undelivered_replies,
)


class Command(BaseCommand):
    help = "Sends the messages and answers of the contact relay that no mail has carried yet."

    def handle(self, **options):
        failed = sent = 0
        for rows, deliver in (
            (undelivered_messages(), deliver_message),
            (undelivered_replies(), deliver_reply),
        ):
            for pk in list(unclaimed(rows).order_by("pk").values_list("pk", flat=True)):
                try:
                    deliver.call(pk)
                except Exception as error:  # noqa: BLE001 - whatever it is, the others leave
                    failed += 1
                    self.stderr.write(f"{pk}: {failure(error)}")
                else:
                    sent += 1
        self.stdout.write(f"{sent} sent, {failed} still waiting")
        if failed:
            raise CommandError("Some mails could not be sent; try again later.")
