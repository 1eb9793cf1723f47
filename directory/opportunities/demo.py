"""The demo's opportunities, open, expired and waiting, counted from the day they are loaded."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from cluster.accounts.models import User
from directory.models import Branch, Skill

from . import posting
from .models import OpportunityPage

DATA = Path(__file__).parent / "demo_data" / "opportunities.json"
SAME = (
    *("slug", "kind", "language", "title", "introduction", "body", "organisation"),
    *("languages", "workplace", "locality", "pay", "pay_min", "pay_max", "pay_unit"),
    *("fee", "rules", "answer_url"),
)


def load(say: Callable[[str], None]) -> None:
    """Makes those that are missing; those that are there stay as they are."""
    there = set(OpportunityPage.objects.values_list("slug", flat=True))
    records = json.loads(DATA.read_text(encoding="utf-8"))
    missing = [record for record in records if record["slug"] not in there]
    for record in missing:
        place(record)
    say(f"{len(missing)} opportunities made")


@transaction.atomic
def place(record: dict[str, Any]) -> None:
    now = timezone.now()
    page = OpportunityPage(**{name: record[name] for name in SAME if name in record})
    page.deadline = timezone.localdate() + dt.timedelta(days=record["days"])
    page.branches = Branch.objects.filter(slug__in=record["branches"])
    page.skills = Skill.objects.filter(slug__in=record["skills"])
    owner = User.objects.filter(email=record.get("member", "")).first()
    email = "" if owner else record.get("client", "")
    page = posting.post(page, key=uuid4(), by=owner, email=email, language=record["language"])
    if email:
        page.client_confirmed_at = now
        page.save(update_fields=["client_confirmed_at"])
    if record.get("state") == "waiting":
        posting.submit(page, by=owner)
        return
    page.first_published_at = now - dt.timedelta(days=record["published"])
    page.expired_at = now if record["days"] < 0 else None
    page.save(update_fields=["first_published_at", "expired_at"])
    page.get_latest_revision().publish()
