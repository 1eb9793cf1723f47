"""`python -m tests.browser.pages EVERY`: fills an empty database with one of so many of the demo's
profiles, and prints what is in it as JSON."""

import json
import sys

import django

if __name__ == "__main__":
    django.setup()
    from tests.browser.pages.filling import fill

    json.dump(fill(int(sys.argv[1])), sys.stdout)
