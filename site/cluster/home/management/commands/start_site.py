from django.core.management.base import BaseCommand

from cluster.home.tree import plant_tree


class Command(BaseCommand):
    help = "Makes the pages every site starts from, in each language; again is harmless."

    def handle(self, *args, **options):
        plant_tree()
        self.stdout.write("The page tree is there.")
