"""The sections as the editor's first page lists them: what is there, and where to change it."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.formats import localize
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..completeness import Item
from ..models import ProfilePage

MAX_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    url: str
    there: str
    language: str = ""


def sections_of(draft: ProfilePage) -> list[Section]:
    return [
        _section("about", _("Name and kind"), draft.get_kind_display()),
        *(
            Section(
                _("Text in %(language)s") % {"language": settings.LOCALE_LABELS[text.language]},
                reverse("my_profile:text", args=[text.language]),
                text.headline,
                text.language,
            )
            for text in draft.texts.all()
        ),
        _section("skills", _("Branches and skills"), _words(draft)),
        _section("works", _("My work"), _titles(draft.realisations.all())),
        _section("portrait", _("Portrait or logo"), _("There") if draft.image_id else ""),
        _section("place", _("Place"), _place(draft)),
        _section("availability", _("Availability and languages"), _availability(draft)),
        _section("team", _("Team"), _count_people(draft)),
        _section("links", _("Links"), ", ".join(link.url for link in draft.links.all())),
        _section("contact", _("Private contact e-mail"), draft.contact_email),
    ]


def address_of(item: Item, draft: ProfilePage) -> str:
    """Where what a profile lacks is added."""
    if item.name != "text":
        return reverse(f"my_profile:{item.name}")
    language = next((text.language for text in draft.texts.all()), settings.LANGUAGE_CODE)
    return reverse("my_profile:text", args=[language])


def _section(name: str, title: str, there: str) -> Section:
    return Section(title, reverse(f"my_profile:{name}"), Truncator(there).chars(MAX_SHOWN))


def _words(draft: ProfilePage) -> str:
    words = [*draft.branches.all(), *(skill.name for skill in draft.skills.all())]
    return ", ".join(map(str, words))


def _titles(works) -> str:
    return ", ".join(work.title for work in works)


def _place(draft: ProfilePage) -> str:
    if not (draft.locality or draft.location):
        return ""
    return f"{draft.locality} ({draft.get_precision_display()})"


def _availability(draft: ProfilePage) -> str:
    names = dict(draft._meta.get_field("languages").options)
    spoken = [str(names[code]) for code in draft.languages if code in names]
    return ", ".join([draft.get_availability_display(), *spoken])


def _count_people(draft: ProfilePage) -> str:
    count = len(draft.team.all())
    if not count:
        return ""
    return ngettext("%(count)s person", "%(count)s people", count) % {"count": localize(count)}
