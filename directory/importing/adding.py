"""Adds draft profiles by the hundred, each as complete as Wagtail would have made it."""

from collections import defaultdict
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.text import slugify
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from treebeard.mp_tree import MP_Node
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.search.backends import get_search_backends

from ..addresses import SHORTLIST
from ..models import DirectoryPage, ProfilePage

if TYPE_CHECKING:
    from cluster.accounts.models import User

AT_ONCE = 100
"""SQLite takes 250,000 parameters, PostgreSQL 65,535; a profile has about fifty."""
RELATIONS = ("texts", "skill_items", "links")
WITHOUT_A_NAME = "profile"


def add_drafts(parent: DirectoryPage, pages: list[ProfilePage], *, by: "User | None") -> None:
    """Below the parent, which the caller has locked: rows, what belongs to them, a first revision,
    a line of history, and the editors' search. Each has its key then.

    Page by page, Wagtail asks some forty queries for each. Its index of references stays as it is:
    of what an import brings it notes nothing (a picture would be noted)."""
    now = timezone.now()
    for page in pages:
        _complete(page)
    _place(parent, pages)
    _insert(pages)
    _insert_children(pages)
    revisions = _first_revisions(pages, by, now)
    PageLogEntry.objects.bulk_create(
        (
            _created(page, revision, by, now)
            for page, revision in zip(pages, revisions, strict=True)
        ),
        batch_size=AT_ONCE,
    )
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(ProfilePage, pages)


def _complete(page: ProfilePage) -> None:
    """Says of each list it has none of that it is empty: else it would be asked for."""
    lists = [relation.get_accessor_name() for relation in get_all_child_relations(page)]
    lists += [field.name for field in get_all_child_m2m_relations(page)]
    for name in set(lists) - set(page.__dict__.get("_cluster_related_objects", ())):
        setattr(page, name, [])


def _place(parent: DirectoryPage, pages: list[ProfilePage]) -> None:
    """With the paths that the tree expects, and addresses that nobody has."""
    # Not `get_children`, which believes the parent in memory that it has none.
    children = Page.objects.child_of(parent).order_by("path")
    last = children.values_list("path", flat=True).last()
    step = MP_Node._str2int(last[-Page.steplen :]) if last else 0
    slugs = _free_slugs(parent, pages)
    for number, (page, slug) in enumerate(zip(pages, slugs, strict=True), start=step + 1):
        page.path = Page._get_path(parent.path, parent.depth + 1, number)
        page.depth = parent.depth + 1
        page.numchild = 0
        page.slug = slug
        page.draft_title = page.title
        page.live = False
        page.has_unpublished_changes = True
        page.set_url_path(parent)
    Page.objects.filter(pk=parent.pk).update(numchild=models.F("numchild") + len(pages))


def _free_slugs(parent: DirectoryPage, pages: list[ProfilePage]) -> list[str]:
    wanted = [slugify(page.title)[:200] or WITHOUT_A_NAME for page in pages]
    siblings = Page.objects.child_of(parent).order_by()
    taken = set(siblings.filter(slug__in=set(wanted)).values_list("slug", flat=True))
    taken.update(SHORTLIST.values())
    last: dict[str, int] = defaultdict(lambda: 1)
    slugs = []
    for base in wanted:
        slug = base
        while slug in taken or (last[base] > 1 and siblings.filter(slug=slug).exists()):
            last[base] += 1
            slug = f"{base}-{last[base]}"
        taken.add(slug)
        slugs.append(slug)
    return slugs


def _insert(pages: list[ProfilePage]) -> None:
    """Both halves of each page; Django's own bulk_create refuses inherited tables."""
    fields = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    bare = [Page(**{name: getattr(page, name) for name in fields}) for page in pages]
    Page.objects.bulk_create(bare, batch_size=AT_ONCE)
    for page, row in zip(pages, bare, strict=True):
        page.pk = page.id = row.pk
        page._state.adding = False
    insert_halves(pages)


def insert_halves(pages: list[ProfilePage]) -> None:
    """The profile's half of pages that have a row in the table of all pages."""
    own = ProfilePage._meta.local_concrete_fields
    for start in range(0, len(pages), AT_ONCE):
        query = models.sql.InsertQuery(ProfilePage)
        query.insert_values(own, pages[start : start + AT_ONCE])
        query.get_compiler("default").execute_sql()


def _insert_children(pages: list[ProfilePage]) -> None:
    """The very objects that the pages hold, so that these know their keys."""
    for relation in RELATIONS:
        children = []
        for page in pages:
            for child in getattr(page, relation).all():
                setattr(child, "content_object" if relation == "skill_items" else "page", page)
                children.append(child)
        if children:
            type(children[0])._default_manager.bulk_create(children, batch_size=AT_ONCE)
    Sorted = ProfilePage.branches.through
    Sorted.objects.bulk_create(
        [
            Sorted(profilepage_id=page.pk, branch_id=branch.pk)
            for page in pages
            for branch in page.branches.all()
        ],
        batch_size=AT_ONCE,
    )


def _first_revisions(pages, by, now) -> list[Revision]:
    of_profiles = ContentType.objects.get_for_model(ProfilePage)
    of_pages = ContentType.objects.get_for_model(Page)
    for page in pages:
        page.latest_revision_created_at = now
    revisions = Revision.objects.bulk_create(
        (
            Revision(
                content_type=of_profiles,
                base_content_type=of_pages,
                object_id=str(page.pk),
                user=by,
                created_at=now,
                object_str=str(page),
                content=page.serializable_data(),
            )
            for page in pages
        ),
        batch_size=AT_ONCE,
    )
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = revision
    fields = ["latest_revision", "latest_revision_created_at"]
    Page.objects.bulk_update((_as_row(page) for page in pages), fields, batch_size=AT_ONCE)
    return revisions


def _as_row(page: ProfilePage) -> Page:
    return Page(
        pk=page.pk,
        content_type_id=page.content_type_id,
        latest_revision_id=page.latest_revision_id,
        latest_revision_created_at=page.latest_revision_created_at,
    )


def _created(page: ProfilePage, revision: Revision, by, now) -> PageLogEntry:
    return PageLogEntry(
        content_type_id=page.content_type_id,
        label=page.title,
        action="wagtail.create",
        timestamp=now,
        user=by,
        page_id=page.pk,
        revision=revision,
        content_changed=True,
        data={},
    )
