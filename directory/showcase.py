"""What a profile's page shows, from its listing alone."""

import json
from typing import Any
from urllib.parse import urlsplit

from django.utils.safestring import SafeString, mark_safe

from cluster.core.fields import in_language
from cluster.core.sections import sections
from cluster.media.renditions import sized

from .addresses import directory_url, profile_url
from .models.choices import CHOICES
from .models.listing import ProfileListing
from .projection import language_shown
from .similar import Similar, similar_to
from .structured import profile_page

SAFE_IN_A_SCRIPT = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
PARTS = ("body", "competences", "projects")


class Showcase:
    """One listing in one language."""

    def __init__(self, listing: ProfileListing, language: str):
        self.listing = listing
        self.language = language
        self.summary: dict[str, Any] = listing.summaries[language]
        self.details: dict[str, Any] = listing.details
        self.url = profile_url(listing.slug, language)
        self.contact_url = f"{self.url}contact/" if self.details.get("contactable") else ""

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """(language, address) below every language's directory."""
        every = [one for one in sections() if one.model == "directory.directorypage"]
        return [(one.language, f"{one.url}{self.listing.slug}/") for one in every]

    @property
    def texts(self) -> dict[str, dict[str, str]]:
        """Each part in the page's language, else in one it exists in; `lang` says which."""
        found = {}
        for part in PARTS:
            by_language = {code: text[part] for code, text in self.details["texts"].items()}
            if text := in_language(by_language, self.language):
                found[part] = {"text": text, "lang": language_shown(by_language, self.language)}
        return found

    @property
    def realisations(self) -> list[dict[str, Any]]:
        return [
            {
                **work,
                "images": [sized(picture) for picture in work["images"]],
                "credits": [self._addressed(one) for one in work.get("credits", [])],
            }
            for work in self.details["realisations"]
        ]

    @property
    def credited(self) -> list[dict[str, Any]]:
        """Works of others it took part in."""
        return [
            {
                **work,
                "image": work["image"] and sized(work["image"]),
                "profile": self._addressed(work["profile"]),
            }
            for work in self.details.get("credited", [])
        ]

    @property
    def portrait(self) -> dict[str, Any] | None:
        return self.details["portrait"] and sized(self.details["portrait"])

    @property
    def kind(self) -> str:
        return str(CHOICES["kind"][self.listing.kind])

    @property
    def availability(self) -> str:
        return str(CHOICES["availability"][self.listing.availability])

    @property
    def spoken(self) -> list[str]:
        return [str(CHOICES["language"].get(one, one)) for one in self.summary["languages"]]

    @property
    def is_approximate(self) -> bool:
        return self.listing.precision == "locality"

    @property
    def links(self) -> list[dict[str, str]]:
        return [
            {"url": one["url"], "label": one["label"] or urlsplit(one["url"]).netloc}
            for one in self.details["links"]
        ]

    @property
    def branches(self) -> list[dict[str, Any]]:
        return self._searches("branch", self.summary["branches"])

    @property
    def skills(self) -> list[dict[str, Any]]:
        return self._searches("skill", self.summary["skills"])

    def similar(self) -> list[Similar]:
        return similar_to(self.summary, self.language)

    @property
    def share_picture(self) -> dict[str, Any]:
        """Its own, else one drawn from its name and colours."""
        return self.summary["image"] or self.listing.share_card.picture(self.listing.pk)

    @property
    def structured(self) -> SafeString:
        """JSON-LD, escaped as Django's `json_script` does."""
        text = json.dumps(profile_page(self), ensure_ascii=False)
        return mark_safe(text.translate(SAFE_IN_A_SCRIPT))  # noqa: S308

    def _addressed(self, named: dict[str, Any]) -> dict[str, Any]:
        return {**named, "url": profile_url(named["slug"], self.language)}

    def _searches(self, name: str, values: list[dict[str, Any]]) -> list[dict[str, Any]]:
        directory = directory_url(self.language)
        return [{**one, "url": f"{directory}?{name}={one['slug']}"} for one in values]
