"""The demo, slim or whole, and what the addresses of kinds.py are made of."""

from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page

from cluster.accounts.demo import load as load_people
from cluster.accounts.demo import person
from cluster.accounts.models import User
from cluster.core.sections import section_of
from cluster.home.demo import load as load_home
from cluster.home.models import FreePage, NewsPage
from cluster.home.tree import plant_tree
from directory.addresses import shortlist_url
from directory.branches import plant_branches
from directory.contact.links import link
from directory.demo.loading import place, plant_skills, profiles
from directory.models import ContactMessage, ContactReply, ProfilePage
from directory.opportunities.demo import load as load_opportunities
from directory.opportunities.links import token_of
from directory.opportunities.models import OpportunityPage
from events.demo import load as load_events
from events.models import EventPage
from events.registering.registration import register
from resources.demo.load import load as load_resources
from resources.models import (
    AdvanceSimulatorPage,
    ChecklistPage,
    GapsPage,
    GuidePage,
    HourlyRatePage,
    OrganisationsPage,
    PriceListPage,
    TrainingPage,
    TrainingsPage,
)

SECTIONS = {
    "home": "home.homepage",
    "directory": "directory.directorypage",
    "agenda": "events.agendapage",
    "opportunities": "opportunities.opportunitiespage",
    "resources": "resources.resourcespage",
    "news": "home.newsindexpage",
    "figures": "directory.figurespage",
}
PAGES = {
    "event": (EventPage, "portfolio-en-deux-minutes"),
    "days": (EventPage, "premiers-pas-export"),
    "walk": (EventPage, "parcours-lumiere"),
    "past": (EventPage, "ouverture-annuaire"),
    "cancelled": (EventPage, "tissutheque"),
    "festival": (EventPage, "nuits-de-la-lumiere"),
    "guide": (GuidePage, "exporter"),
    "checklist": (ChecklistPage, "marches-et-concours"),
    "prices": (PriceListPage, "prix"),
    "simulator": (AdvanceSimulatorPage, "simulateur"),
    "rate": (HourlyRatePage, "tarif-horaire"),
    "organisations": (OrganisationsPage, "qui-aide"),
    "gaps": (GapsPage, "manques"),
    "trainings": (TrainingsPage, "formations"),
    "training": (TrainingPage, "bts-game-art"),
    "story": (NewsPage, "ateliers-ouverts"),
    "about": (FreePage, "a-propos"),
}
PEOPLE = ("creative", "newcomer", "editor", "admin")


def fill(every: int) -> dict[str, dict]:
    """One of so many profiles and those of members: to draw their pictures takes most of the
    time."""
    call_command("migrate", verbosity=0)
    plant_tree()
    plant_branches()
    load_people(ignored)
    plant_skills()
    for number, profile in enumerate(profiles()):
        if number % every == 0 or "member" in profile:
            place(profile)
    for load in (load_opportunities, load_events, load_resources, load_home):
        load(ignored)
    written = {**conversation(), **numbers(), **seat(), **posted()}
    words = {language: addresses(language) | written for language, _name in settings.LANGUAGES}
    return {"words": words, "sessions": sessions()}


def ignored(_line: str) -> None:
    """What the demo says while it is loaded."""


def addresses(language: str) -> dict[str, str]:
    sections = {name: section_of(model, language).url for name, model in SECTIONS.items()}
    pages = {name: in_language(language, *which).url for name, which in PAGES.items()}
    shortlist = shortlist_url(language)
    return {"language": language, "shortlist": shortlist, **sections, **pages}


def in_language(language: str, model: type[Page], slug: str) -> Page:
    """The French page's translation, made where the demo has none."""
    original = model.objects.get(slug=slug, locale__language_code="fr")
    locale = Locale.objects.get(language_code=language)
    page = original.get_translation_or_none(locale)
    if page is None:
        page = original.copy_for_translation(locale)
        page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def numbers() -> dict[str, str]:
    """What the admin's addresses name the French pages and a profile that waits for review by."""
    pages = {name: in_language("fr", *which).pk for name, which in PAGES.items()}
    sections = {name: section_of(model, "fr").pk for name, model in SECTIONS.items()}
    waiting = ProfilePage.objects.get(slug="rosalie-schmit").pk
    found = {**pages, **sections, "waiting": waiting}
    return {f"{name}_number": str(number) for name, number in found.items()}


def conversation() -> dict[str, str]:
    """What a visitor wrote to the member, and what the links in the mails open."""
    profile = ProfilePage.objects.get(member__email="creative@example.org")
    message = ContactMessage.objects.create(
        profile=profile,
        sender_name="Max Kieffer",
        sender_email="max@example.org",
        sender_language="fr",
        text="Bonjour,\n\nêtes-vous libre en mai pour un reportage de deux jours à Esch ?",
        confirmed_at=timezone.now(),
        sent_at=timezone.now(),
    )
    ContactReply.objects.create(message=message, text="Oui, avec plaisir.", by_creative=True)
    purposes = ("sender", "creative", "confirm", "report")
    tokens = {purpose: link(message, purpose, language="fr") for purpose in purposes}
    return {
        "message": str(message.pk),
        "work": str(profile.realisations.first().key),
        **{f"to_{purpose}": address.split("/")[-2] for purpose, address in tokens.items()},
    }


def posted() -> dict[str, str]:
    """An unpaid opportunity that waits for review, and the token its poster was mailed."""
    page = OpportunityPage.objects.get(slug="photographe-pour-un-vernissage")
    return {"opportunity_number": str(page.pk), "to_opportunity": token_of(page)}


def seat() -> dict[str, str]:
    event = EventPage.objects.get(slug=PAGES["event"][1])
    seat = register(event, email="max@example.org", name="Max Kieffer")
    return {"seat": seat.token, "seats_number": str(seat.seats_id)}


def sessions() -> dict[str, str]:
    """The cookie of everyone in PEOPLE, and of someone who is to type a mailed code."""
    kept = {}
    for name in PEOPLE:
        client = Client()
        client.force_login(User.objects.get(email=f"{name}@example.org"))
        kept[name] = client.cookies[settings.SESSION_COOKIE_NAME].value
    person("coded@example.org", "Ben Code")
    client = Client()
    client.post("/account/login/", {"login": "coded@example.org"})
    kept["coded"] = client.cookies[settings.SESSION_COOKIE_NAME].value
    return kept
