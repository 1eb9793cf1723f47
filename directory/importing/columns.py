"""What a file may say of a profile: the columns, by which headings each is known, and examples."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from rapidfuzz.distance import Indel

from cluster.geo.gazetteer import fold

LANGUAGE_WORDS = {
    "fr": ("fr", "français", "french", "französisch", "franséisch"),
    "en": ("en", "anglais", "english", "englisch"),
    "de": ("de", "allemand", "german", "deutsch", "däitsch"),
    "lb": ("lb", "lu", "luxembourgeois", "luxembourgish", "luxemburgisch", "lëtzebuergesch"),
}
ALIKE = 0.9


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    label: Any
    help: Any
    example: str
    words: tuple[str, ...] = ()
    """Headings it is known by besides its name and its label, in any language."""


def _in_each_language(name: str, label: Any, help: Any, examples: dict[str, str], *words: str):
    for code, language in settings.LOCALE_LABELS.items():
        also = [f"{word} {one}" for word in (name, *words) for one in LANGUAGE_WORDS[code]]
        if code == settings.LANGUAGE_CODE:
            also += [name, *words]
        yield Column(
            f"{name}_{code}",
            format_lazy("{} ({})", label, language),
            help,
            examples.get(code, ""),
            tuple(also),
        )


COLUMNS: tuple[Column, ...] = (
    Column(
        "reference",
        _("External reference"),
        _("Your own number or name for this row; it is how the row is found again next time."),
        "A-0042",
        (
            "ref",
            "id",
            "référence",
            "référence externe",
            "identifiant",
            "numéro",
            "n°",
            "Referenz",
            "externe Referenz",
            "Nummer",
            "Kennung",
            "external id",
            "member number",
            "n° membre",
            "n° de membre",
            "numéro de membre",
            "Mitgliedsnummer",
            "Mitgliedsnr",
            "key",
        ),
    ),
    Column(
        "name",
        _("Name"),
        _("Of the person or studio. Needed in every row."),
        "Atelier Hoffmann",
        (
            "nom",
            "nom complet",
            "nom et prénom",
            "raison sociale",
            "studio",
            "entreprise",
            "Firma",
            "full name",
            "company",
            "title",
            "Titel",
            "Bezeichnung",
            "Vor- und Nachname",
            "artiste",
        ),
    ),
    Column(
        "kind",
        _("Kind"),
        _("Freelancer, studio, collective or institution; empty: freelancer."),
        "studio",
        ("type", "forme", "statut", "catégorie", "Art", "Rechtsform", "Typ", "category"),
    ),
    *_in_each_language(
        "headline",
        _("Headline"),
        _("What they do, in one sentence of at most 140 characters."),
        {"fr": "Photographie d’architecture", "en": "Architectural photography"},
        *("accroche", "titre", "slogan", "en une phrase", "métier", "profession", "activité"),
        *("Überschrift", "Kurzbeschreibung", "Beruf", "tagline", "job title"),
    ),
    *_in_each_language(
        "text",
        _("Text"),
        _("What they say about themselves; needs a headline in the same language."),
        {"fr": "Nous photographions des bâtiments et ceux qui les font."},
        *("description", "présentation", "biographie", "bio", "à propos", "about", "Beschreibung"),
        *("Biografie", "Über uns", "texte", "body"),
    ),
    Column(
        "branches",
        _("Branches"),
        _("One to three of the directory’s branches, in any language, with ; between them."),
        "Arts visuels; Design",
        (
            "branche",
            "secteur",
            "secteurs",
            "domaine",
            "domaines",
            "sector",
            "sectors",
            "field",
            "Branchen",
            "Bereich",
            "Bereiche",
            "discipline",
            "disciplines",
        ),
    ),
    Column(
        "skills",
        _("Skills"),
        _("What people would search for, with ; or , between them. At most 30."),
        "photographie; retouche",
        (
            "compétences",
            "savoir-faire",
            "mots-clés",
            "tags",
            "keywords",
            "Fähigkeiten",
            "Kompetenzen",
            "Stichwörter",
            "Schlagwörter",
            "skill",
        ),
    ),
    Column(
        "locality",
        _("Locality"),
        _("Town or village in any language; what is shown of the place unless they ask for more."),
        "Esch-sur-Alzette",
        (
            "localité",
            "ville",
            "commune",
            "lieu",
            "Ort",
            "Stadt",
            "Wohnort",
            "Gemeinde",
            "city",
            "town",
            "place",
            "Ortschaft",
        ),
    ),
    Column(
        "postcode",
        _("Post code"),
        _("Where the list of places has post codes, instead of the locality; else beside it."),
        "L-4011",
        ("code postal", "cp", "PLZ", "Postleitzahl", "zip", "postal code"),
    ),
    Column(
        "latitude",
        _("Latitude"),
        _("With the longitude: the exact place. Kept private unless the next column says “exact”."),
        "49.49583",
        ("lat", "Breitengrad"),
    ),
    Column(
        "longitude", _("Longitude"), _("See latitude."), "5.98056", ("lon", "lng", "Längengrad")
    ),
    Column(
        "precision",
        _("Privacy of the place"),
        _("“exact” shows the exact place, for those who receive visitors; empty: locality only."),
        "locality",
        ("précision", "confidentialité", "Genauigkeit", "privacy"),
    ),
    Column(
        "languages",
        _("Languages spoken"),
        _("By their names or two letters, with ; or , between them."),
        "fr; de; lb",
        ("langues", "langues parlées", "langue", "Sprachen", "gesprochene Sprachen", "language"),
    ),
    Column(
        "availability",
        _("Availability"),
        _("Available, partly available or not available; empty: available."),
        "available",
        ("disponibilité", "disponible", "Verfügbarkeit", "verfügbar", "available"),
    ),
    Column(
        "links",
        _("Links"),
        _("Website, shop, networks: full addresses with a space or ; between them."),
        "https://hoffmann.example",
        (
            "site",
            "site web",
            "site internet",
            "web",
            "website",
            "url",
            "lien",
            "liens",
            "homepage",
            "Webseite",
            "Internet",
            "Webadresse",
            "link",
        ),
    ),
    Column(
        "email",
        _("Private contact e-mail"),
        _("Never shown. The invitation to take over the profile goes there."),
        "atelier@hoffmann.example",
        (
            "e-mail",
            "mail",
            "courriel",
            "adresse e-mail",
            "adresse électronique",
            "E-Mail-Adresse",
            "contact",
            "email address",
            "contact e-mail",
        ),
    ),
)
BY_NAME = {column.name: column for column in COLUMNS}
NOT_EXPORTED = {"postcode"}
"""Only another way to say what a profile keeps elsewhere."""


def guess(headings: list[str]) -> list[str]:
    """The column's name for each heading, "" where none is like it; each column once."""
    known = _known_by()
    chosen = [known.get(fold(heading), "") for heading in headings]
    for place, heading in enumerate(headings):
        if not chosen[place] and (close := _closest(fold(heading))):
            chosen[place] = "" if close in chosen else close
    return [name if name not in chosen[:place] else "" for place, name in enumerate(chosen)]


def _closest(heading: str) -> str:
    if len(heading) < 4:
        return ""
    likeness, name = max(
        (Indel.normalized_similarity(heading, word), name) for word, name in _known_by().items()
    )
    return name if likeness >= ALIKE else ""


@cache
def _known_by() -> dict[str, str]:
    known: dict[str, str] = {}
    for language in settings.LOCALE_LABELS:
        with override(language):
            known |= {fold(str(column.label)): column.name for column in COLUMNS}
    for column in COLUMNS:
        for word in column.words:
            known.setdefault(fold(word), column.name)
    return known | {fold(column.name): column.name for column in COLUMNS}
