"""Every kind of page, in every language, read by the Nu HTML checker."""

import subprocess

import pytest
import requests
from bs4 import BeautifulSoup

from tests.conftest import lacking

from . import doing, nu
from .kinds import KINDS, LANGUAGES

pytestmark = [pytest.mark.pages, pytest.mark.nu]


@pytest.fixture(scope="session")
def checker(alone):
    with alone("nu"):
        try:
            return nu.jar()
        except subprocess.CalledProcessError:
            return lacking(f"npm could not get vnu-jar {nu.VERSION}, the Nu HTML checker")


def html(site, kind, language):
    """The page's bytes, with what an empty form is answered where the kind sends one."""
    address = site.url + site.address(kind, language)
    with requests.Session() as browser:
        for cookie in site.cookies(kind.who, language):
            browser.cookies.set(cookie["name"], cookie["value"])
        answer = browser.get(address)
        if kind.sends:
            token = BeautifulSoup(answer.text, "html.parser").find("input", attrs=TOKEN)["value"]
            answer = browser.post(address, {TOKEN["name"]: token})
    assert answer.url == address
    return answer.content


TOKEN = {"name": "csrfmiddlewaretoken"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_is_valid(site, checker, language, tmp_path):
    kinds = [kind for kind in KINDS if kind.then in (None, doing.open_all)]
    files = [tmp_path / f"{kind.name}.html" for kind in kinds]
    for kind, file in zip(kinds, files, strict=True):
        file.write_bytes(html(site, kind, language))

    assert list(nu.faults(checker, files)) == []


def test_the_checker_finds_what_is_wrong(checker, tmp_path):
    file = tmp_path / "wrong.html"
    file.write_text('<!doctype html><html lang="en"><title>x</title><p id="a"><p id="a"><ul><p>')

    found = "\n".join(nu.faults(checker, [file]))
    assert "Duplicate ID “a”" in found
    assert "Element “p” not allowed as child of element “ul”" in found
