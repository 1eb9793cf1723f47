"""Snapshots of what the API answers: clients, feeds and bookmarks hold on to every word of them."""

import difflib
import json
import os
import re
from pathlib import Path

import pytest
from django.test import Client
from ninja import Schema

ROOT = Path(__file__).parent / "api" / "contract"
MADE_UP = {
    r'(?<="id": )\d+': "0",
    r'(?<="id": ")[0-9a-f-]{36}': "…",
    r'(?<=/media/images/)[^"]+': "…",
    r'(?<="content": ")<.*(?=",$)': "<…>",
}
"""Ids that the database or an editor's block gives, names of picture files, and a text's markup,
which follows the site's look."""
UNDESCRIBED = """{name} answers other fields than its description in the API's schemas.

{difference}"""
RENEWAL = """{name} answers differently from what is written down in {file}.

{difference}
Clients break where a field goes or changes its meaning: the contract only grows. Where it grows
as you want, write the new answer down and commit it with your change:

    RENEW_CONTRACT=1 make test PYTEST=tests/api
"""


def holds(name: str, answer: object, schema: type[Schema]) -> None:
    """The answer is what was written down, and what the API's own description says."""
    described = schema.model_validate(answer).model_dump(mode="json", exclude_unset=True)
    if described != answer:
        pytest.fail(
            UNDESCRIBED.format(name=name, difference=_difference(described, answer)), pytrace=False
        )
    holds_as_written(name, answer)


def holds_as_written(name: str, answer: object) -> None:
    file = ROOT / f"{name}.json"
    text = _text(answer)
    for pattern, sign in MADE_UP.items():
        text = re.sub(pattern, sign, text, flags=re.MULTILINE)
    if os.environ.get("RENEW_CONTRACT"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    written = json.loads(file.read_text(encoding="utf-8")) if file.exists() else None
    if written != json.loads(text):
        difference = _difference(written, json.loads(text))
        pytest.fail(RENEWAL.format(name=name, file=file, difference=difference), pytrace=False)


def parameters(client: Client, root: str) -> dict[str, dict[str, object]]:
    """Of each endpoint below an address, as the API's description says them."""
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    return {
        path: {one["name"]: one["schema"] for one in endpoint["get"].get("parameters", [])}
        for path, endpoint in paths.items()
        if path.startswith(root)
    }


def _text(answer: object) -> str:
    return json.dumps(answer, indent=2, ensure_ascii=False) + "\n"


def _difference(before: object, after: object) -> str:
    """The lines that are gone with "-" before them, the new ones with "+"."""
    lines = difflib.ndiff(_text(before).splitlines(), _text(after).splitlines())
    return "\n".join(line for line in lines if line[0] in "+-") + "\n"
