"""The demo's news, in French and English."""

from typing import Any, NamedTuple

from .demo_texts import call, text


class Story(NamedTuple):
    title: str
    slug: str
    introduction: str
    body: list[tuple[str, Any]]


def quote(words: str, speaker: str, role: str) -> tuple[str, dict[str, str]]:
    return "quote", {"text": words, "speaker": speaker, "role": role}


ONE_MAP = {
    "fr": Story(
        "Une seule carte pour douze branches",
        "une-seule-carte",
        "L’annuaire des industries créatives est ouvert : on y cherche par mot, par lieu et par "
        "langue, sans s’inscrire.",
        [
            text(
                "Jusqu’ici, chaque branche tenait sa liste. Désormais, une recherche suffit : "
                "« photographe près d’Esch qui parle allemand » donne des noms, des travaux et un "
                "moyen d’écrire, même si l’on se trompe d’une lettre."
            ),
            quote(
                "J’ai trouvé mon ingénieur du son à deux rues de chez moi.",
                "Léa Hoffmann",
                "réalisatrice",
            ),
            text(
                "Qui le souhaite ne montre que sa localité : le point exact n’est alors gardé "
                "nulle part où le public pourrait le lire."
            ),
            call(
                "Votre nom n’y est pas encore ?", "Publier mon profil", "/account/signup/?lang=fr"
            ),
        ],
    ),
    "en": Story(
        "One map for twelve branches",
        "one-map",
        "The directory of the creative industries is open: search by word, place and language, "
        "without signing up.",
        [
            text(
                "Until now each branch kept a list of its own. From today one search is enough: "
                "“photographer near Esch who speaks German” gives names, works and a way to write, "
                "even with a letter wrong."
            ),
            quote("I found my sound engineer two streets away.", "Léa Hoffmann", "film director"),
            text(
                "Whoever prefers shows their locality only: the exact point is then kept nowhere "
                "the public could read it."
            ),
            call("Your name is not there yet?", "Publish my profile", "/account/signup/?lang=en"),
        ],
    ),
}
VAT = {
    "fr": Story(
        "TVA : la franchise va jusqu’à 50.000 euros",
        "tva-franchise-50000",
        "Depuis le 1er janvier 2025, le régime de franchise couvre un chiffre d’affaires annuel "
        "de 50.000 euros.",
        [
            text(
                "Qui dépasse le plafond en cours d’année peut aller jusqu’à 55.000 euros avant la "
                "fin de l’année, puis sort du régime. La facture cite l’article 57 ; le chiffre "
                "d’affaires se déclare avant le 1er mars.",
                'Source : <a href="https://pfi.public.lu/fr/professionnel/tva/sme.html">'
                "Administration de l’enregistrement, des domaines et de la TVA</a>.",
            )
        ],
    ),
    "en": Story(
        "VAT: the small-business scheme now reaches 50,000 euros",
        "vat-scheme-50000",
        "Since 1 January 2025 the exemption for small businesses covers a yearly turnover of "
        "50,000 euros.",
        [
            text(
                "Whoever passes the ceiling within a year may go up to 55,000 euros until its end, "
                "then leaves the scheme. The invoice cites Article 57; the turnover is reported "
                "before 1 March.",
                'Source: <a href="https://pfi.public.lu/fr/professionnel/tva/sme.html">'
                "Administration de l’enregistrement, des domaines et de la TVA</a>.",
            )
        ],
    ),
}
PITCH = {
    "fr": Story(
        "Appels d’offres : une liste à cocher pour ne rien oublier",
        "liste-appels-offres",
        "Que vous lanciez un concours ou que vous y répondiez, la liste dit quoi faire et quand.",
        [
            text(
                "Une agence perd chaque année environ 70.000 euros en participations sans suite, "
                "selon une enquête de 2023. Moins de candidats, mieux payés, avec un calendrier "
                "tenable : la nouvelle liste aide les deux côtés de la table."
            ),
            text(
                "Elle calcule les dates depuis la date limite, garde vos coches sur votre appareil "
                "et s’imprime."
            ),
        ],
    ),
    "en": Story(
        "Tenders: a checklist so that nothing is forgotten",
        "tender-checklist",
        "Whether you launch a contest or answer one, the list says what to do and when.",
        [
            text(
                "An agency loses about 70,000 euros a year on pitches that lead nowhere, a 2023 "
                "survey found. Fewer candidates, better paid, with a schedule that holds: the new "
                "list helps both sides of the table."
            ),
            text(
                "It works out the dates from the deadline, keeps your ticks on your device, and "
                "prints."
            ),
        ],
    ),
}
STUDIOS = {
    "fr": Story(
        "Trois jours d’ateliers ouverts",
        "ateliers-ouverts",
        "Céramique, sérigraphie, son : des studios de tout le pays ouvrent leur porte.",
        [
            text(
                "On entre, on regarde, on pose des questions. Les studios participants sont "
                "marqués dans l’agenda ; l’entrée est libre, sauf aux "
                "ateliers à places comptées."
            )
        ],
    ),
    "en": Story(
        "Three days of open studios",
        "open-studios",
        "Ceramics, screen printing, sound: studios all over the country open their doors.",
        [
            text(
                "Walk in, look, ask. The studios taking part are marked in the agenda; entry is "
                "free, except for the workshops where places are counted."
            )
        ],
    ),
}
EXPORT = {
    "fr": Story(
        "Exporter son travail : le guide est en ligne",
        "guide-export",
        "Quelles aides existent, à qui les demander, et dans quel ordre.",
        [
            text(
                "La règle la plus souvent oubliée vient en premier : demander l’aide avant de "
                "signer. Le guide donne chaque montant avec sa date et sa source, et un bouton "
                "pour dire ce qui manque."
            )
        ],
    ),
    "en": Story(
        "Taking your work abroad: the guide is online",
        "export-guide",
        "Which grants there are, whom to ask, and in which order.",
        [
            text(
                "The rule most often forgotten comes first: apply before you sign. The guide gives "
                "each amount with its date and source, and a button to say what is missing."
            )
        ],
    ),
}
NEWS = [
    (3, ONE_MAP, "architecture"),
    (12, STUDIOS, "crafts"),
    (26, PITCH, ""),
    (47, EXPORT, "film"),
    (90, VAT, ""),
]
"""Days before the loading, the story by language, and the branch in whose manner it is pictured."""
