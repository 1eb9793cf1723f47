from django.core.management.base import BaseCommand

from cluster.home.tree import plant_tree
from directory.branches import plant_branches


class Command(BaseCommand):
    help = "Makes the pages and branches every site starts from; again is harmless."

    def handle(self, *args, **options):
        plant_tree()
        plant_branches()
        self.stdout.write("The page tree and the branches are there.")
