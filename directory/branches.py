"""The branches a new site starts with; editors change them as they like."""

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


def plant_branches() -> None:
    """Makes the branches where there are none at all: one an editor removed stays away."""
    if Branch.objects.exists():
        return
    Branch.objects.bulk_create(
        Branch(
            slug=slug,
            position=position,
            names=dict(zip(("fr", "en", "de", "lb"), names, strict=True)),
        )
        for position, (slug, names) in enumerate(BRANCHES.items(), start=1)
    )
