"""What a profile's page becomes in public: a listing and its terms, composed and not yet written.

Whatever is private stays out here: the member, the contact address, the street, and the exact
point of who shows a locality only.
"""

import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from cluster.core.fields import in_language
from cluster.core.plain import plain
from cluster.geo import gazetteer
from cluster.geo.cells import MAX_ZOOM, cell_of
from cluster.geo.points import Point, parse_location

from .credits.shown import Credits, credits_of
from .models.choices import Kind, Precision, names_of_language
from .models.listing import ProfileListing
from .pictures import card, large, portrait
from .thesaurus import token_of
from .words import fold, searchable

if TYPE_CHECKING:
    from .models.profile import ProfilePage, ProfileText

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
TURNS = 2**30
Terms = list[tuple[str, str]]
Texts = dict[str, "ProfileText"]


@dataclass(frozen=True, slots=True)
class PublicPlace:
    locality: str
    canton: str
    point: Point | None
    precision: str

    def as_summary(self) -> dict[str, Any]:
        point = self.point and [self.point.longitude, self.point.latitude]
        return {
            "locality": self.locality,
            "canton": self.canton,
            "point": point,
            "precision": self.precision,
        }


def compose(page: "ProfilePage", credits: Credits | None = None) -> tuple[ProfileListing, Terms]:
    """Also of a page that was never saved, for previews; `credits` where many are composed."""
    shared = credits or credits_of([page.pk])[page.pk]
    place = public_place(page)
    texts = {text.language: text for text in page.texts.all()}
    branches = sorted(page.branches.all(), key=lambda branch: (branch.position, branch.slug))
    # By their items, which can be fetched beforehand for many pages; `page.skills` cannot.
    skills = sorted((item.tag for item in page.skill_items.all()), key=lambda skill: skill.slug)
    realisations = list(page.realisations.all())
    listing = ProfileListing(
        page=page,
        slug=page.slug,
        name=plain(page.title),
        sort_name=fold(page.title)[:255],
        kind=page.kind,
        availability=page.availability,
        locality=place.locality,
        canton=place.canton,
        precision=place.precision,
        longitude=place.point and place.point.longitude,
        latitude=place.point and place.point.latitude,
        cell=cell_of(place.point, MAX_ZOOM) if place.point else "",
        turn=turn_of(page.pk) + (TURNS if page.faded_at else 0),
        updated_at=page.last_published_at or page.latest_revision_created_at or NEVER,
        confirmed_at=page.confirmed_at,
        since=timezone.localdate(page.first_published_at),
        people=people_of(page),
        **_searched(page, texts, branches, skills, realisations, place, shared),
        summaries=plain(_summaries(page, texts, branches, skills, realisations, place)),
        details=plain(_details(page, texts, realisations, shared)),
    )
    terms = {
        ("kind", page.kind),
        ("availability", page.availability),
        *(("canton", place.canton) for _ in [0] if place.canton),
        *(("language", language) for language in page.languages),
        *(("branch", branch.slug) for branch in branches),
        *(("skill", skill.slug) for skill in skills),
    }
    return listing, sorted(terms)


def people_of(page: "ProfilePage") -> int | None:
    """Of whom a team is named, as many; a freelancer without one is alone."""
    named = len(page.team.all())
    return named or (1 if page.kind == Kind.FREELANCER else None)


def turn_of(pk: int | None) -> int:
    """Where a profile stands in the ring from which every day begins elsewhere; one that nobody
    confirms any more stands so much later, behind the ring."""
    return zlib.crc32(str(pk).encode()) % TURNS


def public_place(page: "ProfilePage") -> PublicPlace:
    """Exact only where the member wants it; else the centre of the locality, if there is one."""
    known = gazetteer.by_name(page.locality) or gazetteer.find(page.locality)
    exact = _point(page.location) if page.precision == Precision.EXACT else None
    if known is None and exact is not None and not page.locality:
        known = gazetteer.nearest(exact)
    point = exact or (known.point if known else None)
    return PublicPlace(
        locality=known.name if known else page.locality,
        canton=known.canton if known else "",
        point=point,
        precision=Precision.EXACT.value if exact else Precision.LOCALITY.value,
    )


def _point(location: str) -> Point | None:
    try:
        return parse_location(location)
    except ValueError:
        return None


def _searched(
    page, texts: Texts, branches, skills, realisations, place, shared: Credits
) -> dict[str, str]:
    """Its words, by how much they count in a search."""
    known = gazetteer.by_name(place.locality)
    return {
        "names": searchable(
            page.title,
            *(token_of(skill) for skill in skills),
            *(name for skill in skills for name in (skill.name, *skill.names.values())),
        ),
        "headline": searchable(
            *(text.headline for text in texts.values()),
            *(token_of(branch) for branch in branches),
            *(name for branch in branches for name in branch.names.values()),
        ),
        "credits": searchable(
            *(part for work in realisations for part in (work.title, work.role, work.client)),
            *(part for person in page.team.all() for part in (person.name, person.role)),
            *(known.names if known else [place.locality]),
            *shared.words,
        ),
        "body": searchable(
            *(
                part
                for text in texts.values()
                for part in (text.body, text.competences, text.projects)
            ),
            *(work.description for work in realisations),
            *(name for language in page.languages for name in names_of_language(language)),
            place.canton,
        ),
    }


def _summaries(page, texts: Texts, branches, skills, realisations, place) -> dict[str, Any]:
    picture = _card_picture(page, realisations)
    headlines = {language: text.headline for language, text in texts.items()}
    shared = {
        "id": page.pk,
        "slug": page.slug,
        "name": page.title,
        "kind": page.kind,
        "place": place.as_summary(),
        "languages": page.languages,
        "availability": page.availability,
        "image": picture,
        "unconfirmed_since": _unconfirmed_since(page),
    }
    return {
        language: {
            **shared,
            "headline": in_language(headlines, language),
            "lang": language_shown(headlines, language),
            "branches": [
                {"slug": one.slug, "name": one.name_in(language), "colour": one.position}
                for one in branches
            ],
            "skills": [{"slug": one.slug, "name": one.name_in(language)} for one in skills],
        }
        for language in dict(settings.LANGUAGES)
    }


def _unconfirmed_since(page) -> str | None:
    is_faded = page.faded_at and page.confirmed_at
    return timezone.localtime(page.confirmed_at).date().isoformat() if is_faded else None


def language_shown(texts: dict[str, str], wanted: str) -> str:
    """The language `in_language` really answers in; the wanted one where there is no text."""
    for code in (wanted, *dict(settings.LANGUAGES)):
        if texts.get(code):
            return code
    return wanted


def _card_picture(page, realisations) -> dict[str, Any] | None:
    if page.image:
        return card(page.image, page.title)
    images = (block.value for work in realisations for block in work.images)
    first = next((image for image in images if image), None)
    return card(first, first.contextual_alt_text or page.title) if first else None


def _details(page, texts: Texts, realisations, shared: Credits) -> dict[str, Any]:
    return {
        "texts": {
            language: {
                "headline": text.headline,
                "body": text.body,
                "competences": text.competences,
                "projects": text.projects,
            }
            for language, text in texts.items()
        },
        "realisations": [
            {**_realisation(work), "credits": shared.given[work.key]} for work in realisations
        ],
        "credited": shared.received,
        "team": [{"name": person.name, "role": person.role} for person in page.team.all()],
        "links": [{"label": link.label, "url": link.url} for link in page.links.all()],
        "portrait": portrait(page.image, page.title),
        "contactable": bool(page.messages_go_to),
    }


def _realisation(work) -> dict[str, Any]:
    pictures = (
        large(block.value, block.value.contextual_alt_text or "")
        for block in work.images
        if block.value
    )
    return {
        "title": work.title,
        "role": work.role,
        "client": work.client,
        "year": work.year,
        "description": work.description,
        "url": work.url,
        "images": [picture for picture in pictures if picture],
    }
