"""Pictures for the demo, drawn from a word: the same word draws the same picture every time."""

from collections.abc import Callable
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from . import abstract, figurative
from .canvas import Canvas

PALETTES = [
    ("#f3ead8", "#1d2430", "#d9482b", "#e8a33d", "#2f6f73"),
    ("#eef0ea", "#17202a", "#2f4b7c", "#f2725c", "#b7c9a8"),
    ("#fbf3e4", "#2b1d2e", "#7a3b69", "#f4b942", "#4a8fa3"),
    ("#e9edf2", "#10243e", "#ef6f4d", "#7fb7be", "#f7d488"),
    ("#f6e9e4", "#2a1a1f", "#b8324f", "#f0a58f", "#3d5a6c"),
    ("#e6efe4", "#14261d", "#2f7d4f", "#f3c94b", "#d9643a"),
    ("#f4f1ec", "#111111", "#e23d28", "#bdb6a8", "#3a5fcd"),
    ("#e7e4f3", "#1b1638", "#5b4bb5", "#f08a7b", "#f6cf65"),
    ("#fdf0d5", "#0b2b3b", "#c1440e", "#669bbc", "#e9c46a"),
    ("#e4efef", "#132a2c", "#127475", "#f2a65a", "#c94f4f"),
]
COMPOSITIONS: dict[str, Callable[[Canvas], None]] = {
    "architecture": figurative.facades,
    "crafts": abstract.weave,
    "visual-arts": abstract.fields,
    "film": figurative.landscape,
    "design": abstract.shapes,
    "fashion": abstract.folds,
    "gaming": figurative.sprites,
    "communication": abstract.halftone,
    "literature": figurative.covers,
    "publishing": figurative.layout,
    "performing-arts": figurative.stage,
    "music": abstract.sound,
}
DESCRIPTIONS = {
    "architecture": "Une rue de façades colorées sous un ciel uni",
    "crafts": "Des rubans de couleur tissés les uns dans les autres",
    "visual-arts": "Des champs de couleur traversés de disques",
    "film": "Des collines en silhouette devant un soleil bas",
    "design": "Une grille de carrés et de quarts de cercle",
    "fashion": "Des bandes de tissu qui ondulent",
    "gaming": "De petites créatures en pixels",
    "communication": "Un disque clair sous une trame de points",
    "literature": "Des livres debout sur une table, l'un de face",
    "publishing": "Une page imprimée : un titre, une image, des colonnes",
    "performing-arts": "Des silhouettes sur une scène, sous les projecteurs",
    "music": "Les sillons d'un disque ou une phrase en barres",
}
DRAWN = (1920, 1440)
SMOOTHER = 2


def draw(branch: str, word: str) -> bytes:
    """A JPEG of 960 by 720 pixels in the manner of a branch."""
    random = Random(f"{branch} {word}")  # noqa: S311 - a drawing, not a secret
    picture = Image.new("RGB", DRAWN)
    canvas = Canvas(ImageDraw.Draw(picture, "RGBA"), *DRAWN, random, random.choice(PALETTES))
    COMPOSITIONS[branch](canvas)
    smooth = picture.reduce(SMOOTHER)
    file = BytesIO()
    smooth.save(file, "JPEG", quality=82, optimize=True)
    return file.getvalue()
