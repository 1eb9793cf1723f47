"""The branches a new site starts with; editors change them as they like."""

from . import thesaurus
from .models import Branch

BRANCHES = {
    "architecture": (
        "Architecture & urbanisme",
        "Architecture & town planning",
        "Architektur & Stadtplanung",
        "Architektur & Urbanismus",
    ),
    "crafts": (
        "Artisanat & manufacture",
        "Crafts & manufacturing",
        "Handwerk & Manufaktur",
        "Handwierk & Manufaktur",
    ),
    "visual-arts": ("Arts visuels", "Visual arts", "Bildende Kunst", "Visuell Konscht"),
    "film": (
        "Film & audiovisuel",
        "Film & audiovisual",
        "Film & audiovisuelle Medien",
        "Film & Audiovisuelles",
    ),
    "design": ("Design", "Design", "Design", "Design"),
    "fashion": ("Mode", "Fashion design", "Modedesign", "Moud"),
    "gaming": ("Jeux vidéo", "Gaming", "Games", "Videospiller"),
    "communication": (
        "Marketing, communication & événementiel",
        "Marketing, communication & events",
        "Marketing, Kommunikation & Events",
        "Marketing, Kommunikatioun & Evenementer",
    ),
    "literature": ("Littérature", "Literature", "Literatur", "Literatur"),
    "publishing": (
        "Médias numériques & édition",
        "Digital media & publishing",
        "Digitale Medien & Verlagswesen",
        "Digital Medien & Editioun",
    ),
    "performing-arts": (
        "Arts de la scène",
        "Performing arts",
        "Darstellende Kunst",
        "Bühnekonscht",
    ),
    "music": ("Musique", "Music", "Musik", "Musek"),
}
"""Names in French, English, German and Luxembourgish, in the order they are shown."""

SYNONYMS: dict[str, dict[str, str]] = {
    "architecture": {
        "fr": "aménagement du territoire, bâtiment",
        "en": "building design, urbanism",
        "de": "Bauplanung, Raumplanung",
        "lb": "Bauplanung",
    },
    "crafts": {
        "fr": "artisan, artisan d'art, métiers d'art, fait main",
        "en": "artisan, craftsman, craftswoman, handmade",
        "de": "Handwerker, Kunsthandwerk, Kunsthandwerker, handgemacht",
        "lb": "Handwierker, Konschthandwierk",
    },
    "visual-arts": {
        "fr": "artiste, plasticien, artiste plasticien, art contemporain, beaux-arts",
        "en": "artist, visual artist, fine arts, contemporary art",
        "de": "Künstler, bildender Künstler, zeitgenössische Kunst",
        "lb": "Kënschtler, Konscht",
    },
    "film": {
        "fr": "cinéma, cinéaste, réalisateur, vidéaste, production audiovisuelle",
        "en": "cinema, filmmaker, film director, film maker, videographer",
        "de": "Kino, Filmemacher, Filmregisseur, Videograf, Filmproduktion",
        "lb": "Kino, Filmregisseur",
    },
    "design": {
        "fr": "designer, créatif",
        "en": "designer, creative",
        "de": "Designer, Gestalter, Gestaltung",
        "lb": "Designer",
    },
    "fashion": {
        "fr": "créateur de mode, vêtements",
        "en": "fashion, clothing, apparel",
        "de": "Mode, Kleidung, Bekleidung",
        "lb": "Moud, Kleeder",
    },
    "gaming": {
        "fr": "jeux vidéo, jeu vidéo, studio de jeux",
        "en": "video games, game studio, game developer",
        "de": "Videospiele, Computerspiele, Spieleentwickler",
        "lb": "Videospill",
    },
    "communication": {
        "fr": "publicité, agence de communication, relations publiques",
        "en": "advertising agency, marketing agency, communications",
        "de": "Werbeagentur, Öffentlichkeitsarbeit",
        "lb": "Kommunikatioun",
    },
    "literature": {
        "fr": "lettres, littérature, livres",
        "en": "books, writing",
        "de": "Bücher, Lyrik",
        "lb": "Bicher",
    },
    "publishing": {
        "fr": "médias, presse en ligne",
        "en": "media, digital publishing",
        "de": "Medien, Onlinemedien",
        "lb": "Medien",
    },
    "performing-arts": {
        "fr": "spectacle vivant, arts vivants",
        "en": "live arts, stage",
        "de": "Bühne, Bühnenkunst",
        "lb": "Bühn",
    },
    "music": {
        "fr": "musicien, groupe, chanteur",
        "en": "musician, band, singer",
        "de": "Musiker, Band, Sänger",
        "lb": "Museker, Sänger",
    },
}
"""What else people search for who mean a branch, with commas; what one person does is a skill's."""


def plant_branches() -> None:
    """Makes the branches where there are none at all: one an editor removed stays away."""
    if Branch.objects.exists():
        return
    Branch.objects.bulk_create(
        Branch(
            slug=slug,
            position=position,
            synonyms=SYNONYMS[slug],
            names=dict(zip(("fr", "en", "de", "lb"), names, strict=True)),
        )
        for position, (slug, names) in enumerate(BRANCHES.items(), start=1)
    )
    thesaurus.WRITTEN.move()
