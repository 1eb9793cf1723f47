"""Cards, pictures, tags: what lists are made of."""

from typing import Any

from django.templatetags.static import static

from directory.opportunities.choices import Kind
from resources.models import GuidePage

from .samples import DAY, HERE, LONG, SENTENCE, Sample, branches, picture
from .showing import Part, Shown, State

CARD = '<div class="styleguide__card">{}</div>'


def profile(**different: Any) -> dict[str, Any]:
    usual = {
        "name": "Léa Hoffmann",
        "slug": "lea-hoffmann",
        "url": HERE,
        "headline": SENTENCE,
        "lang": "en",
        "branches": branches()[2:3],
        "place": {"locality": "Esch-sur-Alzette", "precision": "locality"},
    }
    return {"profile": {**usual, **different}}


def resource(own: str = "en", **different: Any) -> dict[str, Any]:
    usual = {
        "locale": Sample(language_code=own),
        "page_type_display_name": GuidePage.get_verbose_name(),
        "title": "Selling abroad",
        "introduction": "What to ask, whom to ask, and which form comes first.",
        "reviewed_on": DAY,
        "url": HERE,
    }
    languages = [own] if own != "en" else ["en", "fr"]
    return {"resource": Sample(**{**usual, **different}), "languages": languages, "language": "en"}


def card(**different: Any) -> dict[str, Any]:
    usual = {"title": "Open studios in Dudelange", "url": HERE, "text": SENTENCE, "meta": "12 May"}
    return {**usual, **different}


def part() -> Part:
    return Part(
        "cards",
        "Cards",
        [
            Shown("components/card.html", cards(), around=CARD),
            Shown("components/profile_card.html", profile_cards(), around=CARD),
            Shown("components/shortlist_button.html", shortlist_buttons()),
            Shown("components/share.html", shares()),
            Shown(
                "styleguide/elements/branch_cards.html",
                [State("one of each branch", {"branches": branches()})],
                wide=True,
            ),
            Shown("components/opportunity_card.html", opportunity_cards()),
            Shown("components/resource_card.html", resource_cards(), around=CARD),
            Shown(
                "components/picture.html",
                [State("with words for those who do not see it", {"picture": picture()})],
                around=CARD,
            ),
        ],
    )


def cards() -> list[State]:
    return [
        State("with a picture", card(picture=picture(), branch=5)),
        State("with the artwork of a name", card(art="Atelier Nord", branch=9)),
        State("words alone", card(branch=1)),
        State("a title alone", {"title": "Statutes", "url": HERE}),
        State("long words", card(title=LONG, text=LONG, meta=LONG, branch=11)),
    ]


def profile_cards() -> list[State]:
    exact = {"locality": "Esch-sur-Alzette", "precision": "exact"}
    bare = {"branches": [], "place": {}, "headline": "", "name": "Atelier Nord"}
    long = {"name": LONG, "headline": LONG, "place": {"locality": LONG}}
    return [
        State("with a picture", profile(image=picture())),
        State("without a picture", profile()),
        State("at a distance", profile(distance_km=3.4, place=exact)),
        State("at about a distance", profile(distance_km=12.1)),
        State("nothing but a name", profile(**bare)),
        State("long words", profile(**long)),
    ]


def opportunity(**different: Any) -> dict[str, Any]:
    details = {
        "introduction": SENTENCE,
        "organisation": "Atelier Nord",
        "pay": "day",
        **different.pop("details", {}),
    }
    usual = {
        "url": HERE,
        "kind": Kind.COLLABORATION.label,
        "place": "Esch-sur-Alzette",
        "pay": "300–400 € a day",
        "branches": branches()[4:5],
        "foreign": False,
        "ends_soon": False,
        "because": "",
        "details": details,
        "listing": Sample(title="Illustrator for a map", language="en", deadline=DAY),
    }
    return {"card": Sample(**{**usual, **different})}


def opportunity_cards() -> list[State]:
    long = Sample(title=LONG, language="en", deadline=DAY)
    french = Sample(title="Cherche graphiste", language="fr", deadline=DAY)
    return [
        State("open", opportunity()),
        State("closing soon, with a reason", opportunity(ends_soon=True, because="illustration")),
        State("unpaid", opportunity(pay="unpaid", details={"pay": "unpaid"})),
        State("only in another language", opportunity(foreign=True, listing=french)),
        State("long words", opportunity(listing=long, details={"organisation": LONG})),
    ]


def resource_cards() -> list[State]:
    return [
        State("reviewed", resource()),
        State("never reviewed", resource(reviewed_on=None)),
        State("only in another language", resource(own="fr", title="Vendre à l’étranger")),
        State("long words", resource(title=LONG, introduction=LONG)),
    ]


def shortlist_buttons() -> list[State]:
    who = {"slug": "lea-hoffmann", "name": "Léa Hoffmann"}
    return [State("on a card", who), State("with words", {**who, "words": True})]


def shares() -> list[State]:
    share = {
        "name": "Léa Hoffmann",
        "address": "https://example.org/en/directory/lea-hoffmann/",
        "card_url": HERE,
        "qr_url": static("img/sample.svg"),
        "embed_url": HERE,
        "snippet": f"<iframe src=… title={LONG}></iframe>",
    }
    return [State("folded", {"share": share}), State("open", {"share": share, "open": True})]
