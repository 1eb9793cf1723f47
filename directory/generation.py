"""Adds invented profiles by the thousand: pages, what belongs to them, listings, search."""

from collections.abc import Iterator
from random import Random

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify
from treebeard.mp_tree import MP_Node
from wagtail.models import Page
from wagtail.search.backends import get_search_backends

from cluster.core.sections import section_of

from .importing.adding import insert_halves
from .invention import TRADES, Invented, invent
from .listing import renew_statistics, replace
from .models import Branch, DirectoryPage, ProfilePage, ProfileSkill, ProfileText, Skill

BATCH = 1_000
OWN_FIELDS = ("kind", "languages", "availability", "locality", "location", "precision")


def generate(number: int, seed: int) -> Iterator[int]:
    """Yields how many are done. Below those that are there already; other seeds add others."""
    random = Random(seed)  # noqa: S311
    branches = list(Branch.objects.order_by("pk").values_list("pk", flat=True))
    skills = _skills()
    section = section_of("directory.directorypage", "fr")
    done = 0
    while done < number:
        size = min(BATCH, number - done)
        invented = [invent(random, branches, skills) for _ in range(size)]
        with transaction.atomic():
            _add(DirectoryPage.objects.get(pk=section.pk), invented)
        done += size
        yield done
    renew_statistics()


def _skills() -> dict[str, int]:
    keys = {}
    for name, (english, german) in TRADES.items():
        skill, _made = Skill.objects.get_or_create(
            name=name, defaults={"names": {"en": english, "de": german}}
        )
        keys[name] = skill.pk
    return keys


def _add(parent: DirectoryPage, invented: list[Invented]) -> None:
    pages = _bare_pages(parent, invented)
    _profiles(pages, invented)
    pks = [page.pk for page in pages]
    texts, tagged, sorted_in = [], [], []
    Sorted = ProfilePage.branches.through
    for pk, one in zip(pks, invented, strict=True):
        texts.append(ProfileText(page_id=pk, language="fr", headline=one.headline, body=one.body))
        if one.english:
            texts.append(ProfileText(page_id=pk, language="en", headline=one.english))
        tagged += [ProfileSkill(content_object_id=pk, tag_id=skill) for skill in one.skills]
        sorted_in += [Sorted(profilepage_id=pk, branch_id=branch) for branch in one.branches]
    for rows in (texts, tagged, sorted_in):
        type(rows[0])._default_manager.bulk_create(rows, batch_size=BATCH)
    replace(pks, count_words=True)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(ProfilePage, list(ProfilePage.objects.filter(pk__in=pks)))


def _bare_pages(parent: DirectoryPage, invented: list[Invented]) -> list[Page]:
    """Rows of the page table below the parent, with the paths the tree expects of them."""
    last = parent.get_children().order_by("path").values_list("path", flat=True).last()
    step = MP_Node._str2int(last[-Page.steplen :]) if last else 0
    kind = ContentType.objects.get_for_model(ProfilePage)
    now = timezone.now()
    pages = [
        Page(
            title=one.name,
            draft_title=one.name,
            slug=f"{slugify(one.name)}-{step + number}",
            path=Page._get_path(parent.path, parent.depth + 1, step + number),
            depth=parent.depth + 1,
            content_type=kind,
            locale_id=parent.locale_id,
            live=True,
            first_published_at=now,
            last_published_at=now,
        )
        for number, one in enumerate(invented, start=1)
    ]
    for page in pages:
        page.set_url_path(parent)
    Page.objects.bulk_create(pages, batch_size=BATCH)
    Page.objects.filter(pk=parent.pk).update(numchild=models.F("numchild") + len(pages))
    return pages


def _profiles(pages: list[Page], invented: list[Invented]) -> None:
    profiles = []
    for page, one in zip(pages, invented, strict=True):
        values = {name: getattr(one, name) for name in OWN_FIELDS}
        profiles.append(
            ProfilePage(page_ptr_id=page.pk, confirmed_at=page.first_published_at, **values)
        )
    insert_halves(profiles)
