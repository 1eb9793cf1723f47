from django.utils.text import slugify

from cluster.core.sections import section_of
from cluster.geo import gazetteer
from cluster.geo.points import Point, format_location
from directory.models import (
    Branch,
    ProfileLink,
    ProfilePage,
    ProfileText,
    Realisation,
    Skill,
    TeamMember,
)

ESCH = gazetteer.by_name("Esch-sur-Alzette")
OFF_CENTRE = Point(6.00186, 49.50753)


def branch(slug: str = "design", position: int = 1, **names: str) -> Branch:
    names = names or {"fr": "Design", "en": "Design"}
    return Branch.objects.get_or_create(slug=slug, defaults={"names": names, "position": position})[
        0
    ]


def skill(name: str, **names: str) -> Skill:
    return Skill.objects.get_or_create(name=name, defaults={"slug": slugify(name), "names": names})[
        0
    ]


def profile(
    name: str = "Anna Weber",
    *,
    headline: str = "Graphiste",
    body: str = "",
    texts: dict[str, ProfileText] | None = None,
    branches=(),
    skills=(),
    realisations: list[Realisation] | None = None,
    team: list[TeamMember] | None = None,
    links: list[ProfileLink] | None = None,
    point: Point | None = None,
    draft: bool = False,
    **fields,
) -> ProfilePage:
    """A live freelancer without a place, with a text in French, unless told otherwise."""
    page = ProfilePage(title=name, slug=fields.pop("slug", slugify(name)), live=False, **fields)
    if point is not None:
        page.location = format_location(point)
    page.texts = texts or [ProfileText(language="fr", headline=headline, body=body)]
    page.branches = list(branches)
    page.realisations = realisations or []
    page.team = team or []
    page.links = links or []
    below = section_of("directory.directorypage", "fr").page()
    page.locale = below.locale
    below.add_child(instance=page)
    page.skills.set(skills)
    revision = page.save_revision()
    if not draft:
        revision.publish()
    return ProfilePage.objects.get(pk=page.pk)


def two_pages() -> None:
    """Of the list: twenty-five of design, and a photographer in Esch."""
    design, film = branch(), branch("film", 2, fr="Film", en="Film")
    for number in range(25):
        profile(f"Studio {number:02}", branches=[design], skills=[skill("Dessin")])
    profile("Anna Weber", branches=[film], locality=ESCH.name, headline="Photographe")
