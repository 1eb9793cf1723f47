"""The words of the demo's home, footer pages and introductions."""

import re
from typing import Any, NamedTuple

HOME = {
    "fr": "Trouvez celles et ceux qui créent au Luxembourg.",
    "en": "Find the people who create in Luxembourg.",
    "de": "Finden Sie die Menschen, die in Luxemburg gestalten.",
    "lb": "Fannt déi Leit, déi zu Lëtzebuerg kreativ schaffen.",
}
NEWS_INTRODUCTION = {
    "fr": "Ce qui bouge dans les industries créatives, et ce que cela change pour vous.",
    "en": "What moves in the creative industries, and what it changes for you.",
    "de": "Was sich in der Kreativwirtschaft bewegt und was das für Sie ändert.",
    "lb": "Wat sech an der Kreativwirtschaft deet a wat dat fir Iech ännert.",
}


class FreeText(NamedTuple):
    title: str
    slug: str
    introduction: str
    body: list[tuple[str, Any]]


LOOSE = re.compile("(?<=«) | (?=[»:;?!])")


def tight(words: str) -> str:
    """French punctuation stays on the line of its word."""
    return LOOSE.sub("\N{NO-BREAK SPACE}", words)


def text(*paragraphs: str) -> tuple[str, str]:
    return "text", tight("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))


def call(sentence: str, label: str, address: str) -> tuple[str, dict[str, Any]]:
    return "call_to_action", {"text": sentence, "label": label, "page": None, "address": address}


ABOUT = {
    "fr": FreeText(
        "À propos",
        "a-propos",
        "Un annuaire, un agenda et des ressources, tenus par le cluster des industries créatives.",
        [
            text(
                "Le secteur compte plus de deux mille entreprises dans douze branches, de "
                "l’architecture à la musique. La moitié sont des personnes seules, qui n’ont pas "
                "le temps de chercher partenaires, clients et savoir-faire chacune de son côté.",
                "Ce site les réunit : chaque profil est tenu par la personne elle-même et confirmé "
                "par la rédaction une première fois, puis une fois par an.",
            ),
            ("heading", "Comment ça marche"),
            text(
                "Publier un profil est gratuit et prend dix minutes. Ni l’adresse e-mail ni "
                "l’adresse exacte ne sont montrées si vous ne le voulez pas ; les messages passent "
                "par un formulaire qui cache les deux adresses.",
                "Ces pages sont une démonstration : les personnes et les studios qu’elles montrent "
                "n’existent pas.",
            ),
            call("Vous créez ? Montrez-le.", "Publier mon profil", "/account/signup/?lang=fr"),
        ],
    ),
    "en": FreeText(
        "About",
        "about",
        "A directory, an agenda and resources, kept by the cluster of the creative industries.",
        [
            text(
                "The sector counts more than two thousand companies in twelve branches, from "
                "architecture to music. Half of them are one person alone, with no time to look "
                "for partners, clients and know-how each on their own.",
                "This site brings them together: every profile is kept by the person it shows and "
                "confirmed by the editors, first when it appears, then once a year.",
            ),
            ("heading", "How it works"),
            text(
                "Publishing a profile is free and takes ten minutes. Neither your e-mail nor your "
                "exact address is shown unless you want it; messages pass through a form that "
                "hides both addresses.",
                "These pages are a demonstration: the people and studios they show do not exist.",
            ),
            call("You create? Show it.", "Publish my profile", "/account/signup/?lang=en"),
        ],
    ),
    "de": FreeText(
        "Über uns",
        "ueber-uns",
        "Verzeichnis, Veranstaltungen und Ressourcen, gepflegt vom Cluster der Kreativwirtschaft.",
        [
            text(
                "Die Branche zählt mehr als zweitausend Unternehmen in zwölf Bereichen. Die Hälfte "
                "besteht aus einer einzigen Person. Diese Seite bringt sie zusammen.",
                "Dies ist eine Vorführung: Die gezeigten Personen und Studios gibt es nicht.",
            )
        ],
    ),
}
IMPRINT = {
    "fr": FreeText(
        "Mentions légales",
        "mentions-legales",
        "Qui publie ce site et comment nous joindre.",
        [
            ("heading", "Éditeur"),
            text("Creative Cluster Luxembourg (démonstration)<br/>cluster@example.org"),
            ("heading", "Contenus"),
            text(
                "Chaque membre répond des textes et des images de son profil et en garde les "
                "droits. Les chiffres des guides portent leur date et leur source.",
                "Localités : GeoNames, licence CC BY 4.0. Codes postaux : Countries States Cities "
                "Database, licence ODbL 1.0. Contour du pays : Natural Earth, domaine "
                "public.",
            ),
        ],
    ),
    "en": FreeText(
        "Imprint",
        "imprint",
        "Who publishes this site and how to reach us.",
        [
            ("heading", "Publisher"),
            text("Creative Cluster Luxembourg (demonstration)<br/>cluster@example.org"),
            ("heading", "Content"),
            text(
                "Each member answers for the texts and pictures of their profile and keeps the "
                "rights to them. The figures in the guides carry their date and source.",
                "Localities: GeoNames, licence CC BY 4.0. Postcodes: Countries States Cities "
                "Database, licence ODbL 1.0. Outline of the country: Natural Earth, "
                "public domain.",
            ),
        ],
    ),
    "de": FreeText(
        "Impressum",
        "impressum",
        "Wer diese Seite veröffentlicht und wie Sie uns erreichen.",
        [text("Creative Cluster Luxembourg (Vorführung)<br/>cluster@example.org")],
    ),
}
PRIVACY = {
    "fr": FreeText(
        "Vie privée",
        "vie-privee",
        "Ce que nous gardons, pourquoi, et comment le reprendre.",
        [
            ("heading", "Si vous lisez"),
            text(
                "Les pages publiques ne posent aucun cookie et ne demandent rien à d’autres "
                "serveurs. Le choix clair ou sombre reste dans votre navigateur."
            ),
            ("heading", "Si vous écrivez à quelqu’un"),
            text(
                "Votre message est transmis à son destinataire et gardé dans son espace. Votre "
                "adresse ne lui est pas montrée tant que vous ne la donnez pas. Quelques semaines "
                "plus tard, nous demandons une fois si cela a mené à quelque chose ; nous comptons "
                "les réponses, sans noms, et un clic dans le courriel arrête ces questions."
            ),
            ("heading", "Si vous avez un profil"),
            text(
                "Nous gardons votre adresse e-mail et ce que vous avez écrit. « Mon espace » "
                "permet de tout télécharger et de tout effacer, sans le demander à personne."
            ),
            call("Télécharger ou effacer mes données", "Ouvrir mon espace", "/me/privacy/?lang=fr"),
        ],
    ),
    "en": FreeText(
        "Privacy",
        "privacy",
        "What we keep, why, and how to take it back.",
        [
            ("heading", "If you read"),
            text(
                "Public pages set no cookie and ask nothing of other servers. Your choice of light "
                "or dark stays in your browser."
            ),
            ("heading", "If you write to someone"),
            text(
                "Your message goes to whom you wrote and stays in their space. Your address is not "
                "shown to them until you give it. Some weeks later we ask once whether it led to "
                "something; we count the answers, without names, and one click in the mail ends "
                "these questions."
            ),
            ("heading", "If you have a profile"),
            text(
                "We keep your e-mail address and what you wrote. In “my space” you can download "
                "everything and delete everything, without asking anyone."
            ),
            call("Download or delete my data", "Open my space", "/me/privacy/?lang=en"),
        ],
    ),
    "de": FreeText(
        "Datenschutz",
        "datenschutz",
        "Was wir speichern, warum, und wie Sie es zurücknehmen.",
        [
            text(
                "Öffentliche Seiten setzen keine Cookies und fragen keine fremden Server. In „Mein "
                "Bereich“ können Sie alles herunterladen und löschen."
            )
        ],
    ),
}
FREE_PAGES = [ABOUT, IMPRINT, PRIVACY]
