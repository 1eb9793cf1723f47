from importlib import import_module
from importlib.util import find_spec
from time import perf_counter

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cluster.home.indexing import indexed_at_the_end
from cluster.home.tree import plant_tree
from cluster.media.smaller_pictures import left_for_later
from directory.branches import plant_branches

ROOMS = (
    "cluster.accounts",
    "directory",
    "directory.opportunities",
    "events",
    "resources",
    "cluster.home",
)
LOGINS = ("admin", "editor", "creative", "newcomer")


class Command(BaseCommand):
    help = "Fills the site with the demo's content; again is harmless. Only where DEMO=1."

    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError("DEMO=1 is not set: the demo's passwords are public.")
        plant_tree()
        plant_branches()
        with indexed_at_the_end(), left_for_later():
            for room in ROOMS:
                if find_spec(f"{room}.demo"):
                    self.load(room)
        self.stdout.write(self.addresses())

    def load(self, room):
        """Each room's `demo.load(say)` makes what is missing and says how far it is."""
        began = perf_counter()
        import_module(f"{room}.demo").load(self.say)
        self.stdout.write(f"{room}: {perf_counter() - began:.1f} s")

    def say(self, line):
        self.stdout.write(f"  {line}")
        self.stdout.flush()

    def addresses(self):
        base = settings.BASE_URL
        return "\n".join(
            [
                "",
                f"The site        {base}/",
                f"The admin       {base}/admin/",
                f"Mail it sent    {base}/demo/mail/",
                f"The API         {base}/api/v1/docs/",
                "",
                f"Log in as {', '.join(f'{name}@example.org' for name in LOGINS)}; password: demo",
                "",
            ]
        )
