"""`manage.py import_profiles FILE`: see README, "Profiles from a file"."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from cluster.core.sections import section_of
from cluster.core.spreadsheet import encoded
from directory.claiming.sending import invite
from directory.importing.columns import BY_NAME, guess
from directory.importing.plan import Outcome, plan
from directory.importing.report import counts, format_of, lines
from directory.importing.table import MAX_BYTES, MAX_ROWS, Table, Unreadable, read_table
from directory.importing.writing import carry_out
from directory.models import ProfileOrigin


class Command(BaseCommand):
    help = (
        "Imports profiles from a CSV or XLSX file as drafts: all rows that are right, in one go."
        f" At most {MAX_BYTES // 1024 // 1024} MB and {MAX_ROWS:,} rows. Again is harmless."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="report, and write nothing")
        parser.add_argument(
            "--map",
            action="append",
            default=[],
            metavar="HEADING=COLUMN",
            help=f"what a heading of the file means; nothing to leave it out. {', '.join(BY_NAME)}",
        )
        parser.add_argument("--report", type=Path, help="write it into a .csv or .xlsx file")
        parser.add_argument("--invite", action="store_true", help="mail those who were imported")
        parser.add_argument(
            "--language",
            choices=list(settings.LOCALE_LABELS),
            default=settings.LANGUAGE_CODE,
            help="of the report",
        )

    def handle(self, *, file: Path, dry_run: bool, report: Path | None, **options):
        if section_of("directory.directorypage", settings.LANGUAGE_CODE) is None:
            raise CommandError("There is no directory yet: run start_site first.")
        if report and not format_of(report):
            raise CommandError("The report's name must end in .csv or .xlsx.")
        with override(options["language"]):
            table = self.read(file)
            mapping = self.mapping(table, options["map"])
            verdicts = self.run(table, mapping, dry_run=dry_run)
            told = [verdict.as_report() for verdict in verdicts]
            self.say(told)
            if report:
                report.write_bytes(encoded(lines(told), format_of(report)))
        if options["invite"] and not dry_run:
            self.invite(verdicts)

    def read(self, file: Path) -> Table:
        try:
            if file.stat().st_size > MAX_BYTES:
                raise CommandError(f"{file} is larger than {MAX_BYTES // 1024 // 1024} MB.")
            return read_table(file.read_bytes())
        except (OSError, Unreadable) as error:
            raise CommandError(str(error)) from error

    def mapping(self, table: Table, told: list[str]) -> list[str]:
        mapping = guess(table.headings)
        for one in told:
            heading, found, column = one.rpartition("=")
            if not found or heading not in table.headings:
                raise CommandError(f"--map {one}: the file has {', '.join(table.headings)}.")
            if column and column not in BY_NAME:
                raise CommandError(f"--map {one}: the columns are {', '.join(BY_NAME)}.")
            mapping = ["" if name == column else name for name in mapping]
            mapping[table.headings.index(heading)] = column
        if "name" not in mapping:
            raise CommandError("No heading says where the names are: --map HEADING=name")
        for heading, column in zip(table.headings, mapping, strict=True):
            self.stdout.write(f"{heading} → {column or '(left out)'}")
        return mapping

    def run(self, table: Table, mapping: list[str], *, dry_run: bool):
        def planned():
            return plan(table, mapping, self.tell)

        return planned() if dry_run else carry_out(planned, by=None, tell=self.tell)

    def tell(self, done: int, total: int) -> None:
        self.stdout.write(f"{done:>7,} of {total:,}", ending="\r")

    def say(self, report) -> None:
        self.stdout.write("")
        for line in report:
            if line["outcome"] in (Outcome.FAULTY, Outcome.SKIPPED):
                self.stdout.write(f"{line['row']:>6}  {line['name']}: {line['reason']}")
        for _outcome, label, count in counts(report):
            self.stdout.write(f"{count:>7,} {label}")

    def invite(self, verdicts) -> None:
        written = (Outcome.CREATED, Outcome.UPDATED)
        pages = [one.page for one in verdicts if one.outcome in written]
        sent = sum(map(invite, ProfileOrigin.objects.filter(page__in=pages, invited_at=None)))
        self.stdout.write(f"{sent:>7,} invited")
