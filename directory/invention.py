"""Invents profiles that look like the real ones; the same random source invents the same ones."""

from dataclasses import dataclass
from random import Random

from cluster.geo import gazetteer
from cluster.geo.points import Point, format_location

FIRST = [
    "Anna",
    "Luc",
    "Marie",
    "Ben",
    "Cléa",
    "Tom",
    "Sofia",
    "Noé",
    "Léa",
    "Paul",
    "Inês",
    "Marc",
    "Zoé",
    "Jang",
    "Lynn",
    "Pit",
    "Mia",
    "Raoul",
]
LAST = [
    "Weber",
    "Schmit",
    "Müller",
    "Hoffmann",
    "Ferreira",
    "Kieffer",
    "Wagner",
    "Thill",
    "Reuter",
    "Da-Silva",
    "Muller",
    "Klein",
    "Faber",
    "Santos",
    "Becker",
    "Rossi",
    "Kremer",
    "Welter",
    "Lorang",
    "Jung",
    "Biver",
    "Feltes",
    "Goergen",
    "Hansen",
]
HOUSES = ["Atelier", "Studio", "Collectif", "Maison", "Bureau", "Fabrik", "Agence", "Kollektiv"]
TRADES = {
    "Photographie": ("Photography", "Fotografie"),
    "Illustration": ("Illustration", "Illustration"),
    "Graphisme": ("Graphic design", "Grafikdesign"),
    "Architecture d'intérieur": ("Interior architecture", "Innenarchitektur"),
    "Montage vidéo": ("Video editing", "Videoschnitt"),
    "Composition": ("Composition", "Komposition"),
    "Céramique": ("Ceramics", "Keramik"),
    "Scénographie": ("Set design", "Bühnenbild"),
    "Développement web": ("Web development", "Webentwicklung"),
    "Traduction littéraire": ("Literary translation", "Literarische Übersetzung"),
    "Stylisme": ("Fashion styling", "Modestyling"),
    "Animation 3D": ("3D animation", "3D-Animation"),
    "Rédaction": ("Copywriting", "Texten"),
    "Danse contemporaine": ("Contemporary dance", "Zeitgenössischer Tanz"),
    "Ébénisterie": ("Cabinetmaking", "Möbeltischlerei"),
    "Prise de son": ("Sound recording", "Tonaufnahme"),
}
WORDS = [
    "identité",
    "affiche",
    "exposition",
    "musée",
    "livre",
    "festival",
    "marque",
    "lumière",
    "papier",
    "bois",
    "espace",
    "public",
    "jardin",
    "scène",
    "image",
    "récit",
    "enfant",
    "patrimoine",
    "ville",
    "matière",
    "couleur",
    "portrait",
    "documentaire",
    "série",
    "concert",
    "atelier",
    "jeu",
    "lettre",
    "typographie",
    "tissu",
    "mouvement",
    "voix",
    "silence",
    "paysage",
    "frontière",
]
LANGUAGES = ["lb", "fr", "de", "en", "pt", "it"]


@dataclass(frozen=True, slots=True)
class Invented:
    name: str
    kind: str
    headline: str
    body: str
    english: str
    branches: list[int]
    skills: list[int]
    languages: list[str]
    availability: str
    locality: str
    location: str
    precision: str


def invent(random: Random, branches: list[int], skills: dict[str, int]) -> Invented:
    """`branches` are keys to choose from; `skills` the keys of the trades by their name."""
    kind = random.choices(["freelancer", "studio", "collective", "institution"], [6, 3, 1, 1])[0]
    person = f"{random.choice(FIRST)} {random.choice(LAST)}"
    name = person if kind == "freelancer" else f"{random.choice(HOUSES)} {random.choice(LAST)}"
    trades = random.sample(sorted(TRADES), random.choice([1, 2, 2, 3]))
    place = _place(random)
    topics = random.sample(WORDS, 6)
    return Invented(
        name=name,
        kind=kind,
        headline=f"{trades[0]} : {topics[0]} et {topics[1]}",
        body=f"Nous aimons {', '.join(topics)}. Depuis {random.randint(1995, 2026)}.",
        english=f"{TRADES[trades[0]][0]} for everyone" if random.random() < 0.4 else "",
        branches=random.sample(branches, min(len(branches), random.choice([1, 1, 2, 3]))),
        skills=[skills[trade] for trade in trades],
        languages=random.sample(LANGUAGES, random.choice([1, 2, 2, 3, 4])),
        availability=random.choices(["available", "limited", "unavailable"], [5, 3, 2])[0],
        locality=place.name,
        location=format_location(_near(random, place.point)),
        precision=random.choice(["exact", "locality"]),
    )


def _place(random: Random) -> gazetteer.Locality:
    """The more people live somewhere, the more creatives do."""
    places = gazetteer.localities()
    return random.choices(places, [place.population + 200 for place in places])[0]


def _near(random: Random, point: Point) -> Point:
    return Point(
        point.longitude + random.uniform(-0.015, 0.015),
        point.latitude + random.uniform(-0.01, 0.01),
    )
