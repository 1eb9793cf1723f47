from django.core.management.base import BaseCommand, CommandError

from cluster.core.borrowed import borrowed_complaints, choice_complaints, wanted
from cluster.core.messages import (
    BORROWED,
    LANGUAGES,
    compile_all,
    complaints,
    in_use,
    update,
)


class Command(BaseCommand):
    help = (
        "Brings the translators' files in site/locale up to date with code, templates and packages."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--compile", action="store_true", help="only make the .mo files")
        choice.add_argument("--check", action="store_true", help="only say what is missing")

    def handle(self, *args, **options):
        if options["compile"]:
            compile_all()
        elif options["check"]:
            self.check_all()
        else:
            strings = in_use()
            for language in LANGUAGES:
                update(language, strings)
                update(language, wanted(language), BORROWED)
            compile_all()
            self.stdout.write(f"{len(strings)} strings in {', '.join(LANGUAGES)}.")

    def check_all(self):
        strings = in_use()
        found = list(choice_complaints())
        for language in LANGUAGES:
            found += complaints(language, strings)
            found += borrowed_complaints(language)
        for line in found:
            self.stderr.write(line)
        if found:
            raise CommandError(f"{len(found)} translations to mend: `make messages`, then the .po.")
        self.stdout.write(f"{len(strings)} strings, all translated.")
