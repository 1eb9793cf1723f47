"""Chromium, as every look through it starts and watches it."""

import os
import shutil
from urllib.parse import urlsplit

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
PATIENCE = 15_000


def hear_other_hosts(context, own, complaints):
    """Any request but to our `own` host is complained of; QUIET leads it nowhere."""

    def hear(request):
        scheme = urlsplit(request.url).scheme
        if scheme not in ("data", "blob") and not request.url.startswith(own):
            complaints.append(f"request to another host: {request.url}")

    context.on("request", hear)
