"""The rules of the house that a machine can check."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("site/cluster", "directory", "events", "resources", "templates", "tests")
FORBIDDEN = {"utils", "util", "helpers", "services", "common", "misc"}
LINES = {".py": 300, ".html": 120, ".jinja": 120, ".css": 200, ".js": 150}


def files(*suffixes):
    rooms = [ROOT / room for room in (*ROOMS, "site/static")]
    found = [file for room in rooms for file in room.rglob("*") if file.suffix in suffixes]
    return [file for file in found if "migrations" not in file.parts]


def name(file):
    return str(file.relative_to(ROOT))


def length(node):
    return node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("suffix", LINES)
def test_no_file_is_longer_than_its_kind_may_be(suffix):
    long = {name(file): len(file.read_text().splitlines()) for file in files(suffix)}

    assert {key: lines for key, lines in long.items() if lines > LINES[suffix]} == {}


@pytest.mark.parametrize(
    ("kind", "ceiling"),
    [(ast.ClassDef, 150), ((ast.FunctionDef, ast.AsyncFunctionDef), 40)],
    ids=["class", "function"],
)
def test_no_class_or_function_is_longer_than_a_screen_or_three(kind, ceiling):
    long = [
        f"{name(file)}:{node.lineno} {node.name} {length(node)}"
        for file in files(".py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, kind) and length(node) > ceiling
    ]

    assert long == []


def test_no_module_is_named_after_nothing():
    assert [name(file) for file in files(".py") if file.stem in FORBIDDEN] == []


def test_the_source_root_holds_its_rooms_only():
    """A module beside `cluster` would shadow the standard library's, an `__init__` Python's."""
    held = {entry.name for entry in (ROOT / "site").iterdir()} - {"__pycache__"}

    assert held <= {"cluster", "static", "locale"}
    assert "cluster" in held


def test_nothing_is_loaded_from_another_host():
    loads = re.compile(
        r"""(?:\b(?:src|srcset|poster|action)=|<link[^>]*href=|url\(|@import|import\(?|from|fetch\()"""
        r"""\s*["'(]?\s*(?:https?:)?//[\w.-]+\.\w+""",
        re.IGNORECASE,
    )
    found = [
        f"{name(file)}: {match.group()}"
        for file in files(".html", ".jinja", ".css", ".js")
        for match in loads.finditer(file.read_text())
    ]

    assert found == []


def test_templates_hold_no_inline_script_style_or_event_handler():
    inline = re.compile(
        r"""\sstyle=|\son(?:click|change|submit|load|input)=|<style|javascript:"""
        r"""|<script(?![^>]*(?:\ssrc=|application/(?:ld\+)?json))""",
        re.IGNORECASE,
    )
    pages = [file for file in files(".html", ".jinja") if "mail" not in file.parts]
    found = [f"{name(f)}: {m.group()}" for f in pages for m in inline.finditer(f.read_text())]

    assert found == []


def test_a_template_with_a_form_is_given_the_token_that_its_form_sends():
    """`include … only` keeps everything else from it, the token too."""
    included = re.compile(r"""{% include "([^"]+)" with ([^%]*) only %}""")
    templates = {name(file).removeprefix("templates/"): file.read_text() for file in files(".html")}
    without = [
        f"{page} → {part}"
        for page, text in templates.items()
        for part, given in included.findall(text)
        if "{% csrf_token %}" in templates.get(part, "") and "csrf_token=csrf_token" not in given
    ]

    assert without == []
