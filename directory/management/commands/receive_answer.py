import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, InterfaceError

from directory.contact.by_mail import RefusedError, take

NO_SUCH_ADDRESS, NOT_NOW = 67, 75
"""EX_NOUSER and EX_TEMPFAIL of sysexits.h: what a mail server bounces, and what it tries again."""


class Command(BaseCommand):
    help = "Passes on an answer of the contact relay: a mail server pipes the mail into it."

    def handle(self, **options):
        if not settings.REPLY_ADDRESS:
            raise CommandError("REPLY_ADDRESS is not set.", returncode=NO_SUCH_ADDRESS)
        try:
            take(sys.stdin.buffer.read())
        except RefusedError as refused:
            raise CommandError(str(refused), returncode=NO_SUCH_ADDRESS) from None
        except (DatabaseError, InterfaceError) as error:
            raise CommandError(str(error), returncode=NOT_NOW) from error
