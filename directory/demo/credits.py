"""Who took part in whose works."""

from collections.abc import Iterable

from django.utils import timezone

from directory.listing import project_again
from directory.models import ProfilePage, Realisation, WorkCredit

ACCEPTED, OPEN = WorkCredit.Answer.ACCEPTED, WorkCredit.Answer.OPEN
CREDITS = [
    (
        "contrechamp-productions",
        "La nuit des frontaliers",
        "prise-de-son-fernandes",
        "son",
        ACCEPTED,
    ),
    (
        "contrechamp-productions",
        "La nuit des frontaliers",
        "helena-novak-montage",
        "montage",
        ACCEPTED,
    ),
    ("contrechamp-productions", "Le dernier haut-fourneau", "lea-hoffmann", "photographies", OPEN),
    ("pit-schumacher-image", "Septembre", "elia-santoro", "musique", ACCEPTED),
    ("editions-du-gue", "Traversées", "lea-hoffmann", "photographies", ACCEPTED),
]


def give(credits: Iterable[tuple[str, ...]] = CREDITS) -> None:
    """Those that are missing; each is asked for, and most are answered."""
    pages = {page.slug: page for page in ProfilePage.objects.live()}
    changed = set()
    for owner, title, whom, part, answer in credits:
        work = Realisation.objects.filter(page__slug=owner, title=title).first()
        if work is None or not {owner, whom} <= pages.keys():
            continue
        now = timezone.now()
        _credit, made = WorkCredit.objects.get_or_create(
            owner=pages[owner],
            work=work.key,
            credited=pages[whom],
            defaults={
                "title": title,
                "part": part,
                "answer": answer,
                "asked_at": now,
                "answered_at": None if answer == OPEN else now,
            },
        )
        if made:
            changed |= {pages[owner].pk, pages[whom].pk}
    project_again(ProfilePage.objects.filter(pk__in=changed))
