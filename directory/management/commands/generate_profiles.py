from time import monotonic

from django.core.management.base import BaseCommand, CommandError

from cluster.core.sections import section_of
from directory.generation import generate


class Command(BaseCommand):
    help = "Adds N invented live profiles for measuring; the same seed invents the same ones."

    def add_arguments(self, parser):
        parser.add_argument("number", type=int, metavar="N")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args, number: int, seed: int, **options):
        if number < 1:
            raise CommandError("N must be 1 or more.")
        if section_of("directory.directorypage", "fr") is None:
            raise CommandError("There is no directory yet: run start_site first.")
        begun = monotonic()
        for done in generate(number, seed):
            rate = done / (monotonic() - begun)
            self.stdout.write(f"{done:>9,} of {number:,} ({rate:,.0f} a second)", ending="\r")
        self.stdout.write(f"\n{number:,} profiles in {monotonic() - begun:,.0f} seconds.")
