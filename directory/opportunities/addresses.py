"""Where opportunities are found; known without asking the database."""

from cluster.core.sections import section_of, sections

API = "/api/v1/opportunities/"
MODEL = "opportunities.opportunitiespage"


def list_url(language: str) -> str:
    section = section_of(MODEL, language)
    return section.url if section else "/"


def opportunity_url(slug: str, language: str) -> str:
    return f"{list_url(language)}{slug}/"


def alternates_of(slug: str) -> list[tuple[str, str]]:
    """(language, address) below every language's list."""
    every = [one for one in sections() if one.model == MODEL]
    return [(one.language, f"{one.url}{slug}/") for one in every]
