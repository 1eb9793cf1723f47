"""`make screenshots`: every kind of page as on a phone and on a desktop, in both themes, into
var/screenshots."""

import argparse
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.bench.processes import ROOT
from tests.browser.chromium import CHROMIUM, QUIET

from .demo_site import fill, serving
from .kinds import KINDS, LANGUAGES, Kind
from .looking import Look, Visitor

ALBUM = ROOT / "var" / "screenshots"
LOOKS = [Look(theme, width) for width in (360, 1280) for theme in ("light", "dark")]
WHOLE_DEMO = 1
SHOW_ALL = """async () => {
  const pictures = [...document.images];
  for (const one of pictures) one.loading = "eager";
  await Promise.allSettled(pictures.map((one) => one.decode()));
  scrollTo(0, 0);
}"""
"""Pictures below the window wait until somebody comes near them; a photograph has no window."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="make screenshots")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--only", default="", help="words, separated by commas")
    given = parser.parse_args()
    if not CHROMIUM:
        sys.exit("make screenshots: Chromium is not installed, see README")
    words = [word.strip() for word in given.only.split(",") if word.strip()]
    wanted = [kind for kind in KINDS if not words or any(word in kind.name for word in words)]
    if not words:
        shutil.rmtree(ALBUM, ignore_errors=True)
    with TemporaryDirectory() as room:
        photograph(wanted, given.language, Path(room))


def photograph(kinds: list[Kind], language: str, room: Path) -> None:
    print("Filling a database with the demo …", flush=True)
    fill(room / "filled", every=WHOLE_DEMO)
    with serving(room / "filled", room / "served") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        visitor = Visitor(browser, site)
        for number, kind in enumerate(kinds, start=1):
            print(f"{number:3} of {len(kinds)}  {kind.name}", flush=True)
            with visitor.at(kind, language, LOOKS[0]) as page:
                for look in LOOKS:
                    look.put_on(page)
                    page.evaluate(SHOW_ALL)
                    name = f"{kind.name}-{look.width}-{look.theme}.png"
                    page.screenshot(path=ALBUM / name, full_page=True)
        browser.close()
    print(f"\n{len(kinds) * len(LOOKS)} pictures in {ALBUM.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
