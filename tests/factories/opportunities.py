import datetime as dt
from uuid import uuid4

from django.utils import timezone

from directory.opportunities import posting
from directory.opportunities.models import OpportunityPage
from tests.factories.directory import branch

DAY = dt.timedelta(days=1)


def today() -> dt.date:
    return timezone.localdate()


def typed(**changes) -> dict:
    """What somebody types into the form: a paid job in Esch, unless told otherwise."""
    values = {
        "kind": "job",
        "title": "Graphiste",
        "introduction": "Un livre à dessiner.",
        "body": "Deux mois de travail.",
        "language": "fr",
        "organisation": "Studio Lune",
        "branches": [branch().pk],
        "skills": "",
        "languages": [],
        "workplace": "on-site",
        "locality": "Esch-sur-Alzette",
        "pay": "paid",
        "pay_min": "",
        "pay_max": "",
        "pay_unit": "month",
        "rules": "",
        "fee": "",
        "deadline": (today() + 30 * DAY).isoformat(),
        "answer_url": "",
    }
    return {**values, **changes}


def draft(
    title: str = "Graphiste", *, owner=None, email: str = "", branches=None, skills=(), **fields
) -> OpportunityPage:
    """A job in Esch, kept and not sent; of a client with an address where it has no owner."""
    defaults = {
        "kind": "job",
        "introduction": "Un livre à dessiner.",
        "body": "Deux mois de travail.",
        "organisation": "Studio Lune",
        "locality": "Esch-sur-Alzette",
        "pay": "paid",
        "pay_unit": "month",
        "deadline": today() + 30 * DAY,
    }
    page = OpportunityPage(title=title, **{**defaults, **fields})
    page.branches = [branch()] if branches is None else branches
    page.skills = list(skills)
    if owner is None:
        email = email or "client@example.org"
    return posting.post(page, key=uuid4(), by=owner, email=email, language="fr")


def opportunity(title: str = "Graphiste", *, owner=None, **fields) -> OpportunityPage:
    """Public, as an editor has approved it."""
    page = draft(title, owner=owner, **fields)
    if owner is None:
        OpportunityPage.objects.filter(pk=page.pk).update(client_confirmed_at=timezone.now())
    OpportunityPage.objects.get(pk=page.pk).get_latest_revision().publish()
    return OpportunityPage.objects.get(pk=page.pk)
