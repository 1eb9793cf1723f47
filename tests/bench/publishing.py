"""`python -m tests.bench.publishing SLUG`: gives a profile each name that is read, line by line,
and publishes it, as an editor's click does; says so with a line."""

import sys

import django
from django.apps import apps


def publish(slug: str) -> None:
    page = apps.get_model("directory.ProfilePage").objects.get(slug=slug)
    print("ready", flush=True)
    for line in sys.stdin:
        page.title = line.strip()
        page.save_revision().publish()
        print("published", flush=True)


if __name__ == "__main__":
    django.setup()
    publish(sys.argv[1])
