from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cluster.core.spreadsheet import encoded
from directory.importing.exporting import table_of
from directory.importing.report import format_of
from directory.models import ProfilePage


class Command(BaseCommand):
    help = (
        "Writes every profile, public or not, as it was last saved, into a .csv or .xlsx file with"
        " the columns that import_profiles reads. It holds private addresses: keep it private."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options):
        if not format_of(file):
            raise CommandError("The file's name must end in .csv or .xlsx.")
        pks = list(ProfilePage.objects.order_by("pk").values_list("pk", flat=True))
        content = encoded(table_of(pks, labels=False, tell=self.tell), format_of(file))
        try:
            file.write_bytes(content)
        except OSError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"\n{len(pks):,} profiles in {file}")

    def tell(self, done: int, total: int) -> None:
        self.stdout.write(f"{done:>7,} of {total:,}", ending="\r")
