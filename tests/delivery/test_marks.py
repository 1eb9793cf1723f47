"""What has kept pages made anew, and what leaves them."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from cluster.core.shown import is_shown_on_pages
from directory.branches import plant_branches
from directory.credits.asking import answer
from directory.models import (
    Branch,
    ContactMessage,
    ContactReply,
    ProfileText,
    Realisation,
    WorkCredit,
)
from events.models import ListedSession
from events.registering.registration import register
from tests.factories.accounts import UserFactory
from tests.factories.directory import profile
from tests.factories.events import event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keeping")]
NEVER_SHOWN = {
    "accounts.User",
    "directory.ContactMessage",
    "directory.ContactOutcome",
    "directory.ContactReply",
    "directory.DeclinedInvitation",
    "directory.DeclinedQuestion",
    "directory.DirectReply",
    "directory.FollowedList",
    "directory.LaterEdit",
    "directory.OutcomeQuestion",
    "directory.ProfileImport",
    "directory.ProfileOrigin",
    "directory.ProfileReview",
    "directory.ReportedMessage",
    "directory.WorkCredit",
    "events.Arrival",
    "events.EventMailing",
    "events.EventProposal",
    "events.EventReview",
    "events.ListedSession",
    "events.MailingCopy",
    "events.Registration",
    "media.CustomRendition",
    "opportunities.OpportunityReview",
    "resources.PriceObservation",
    "resources.GapReport",
}
"""By being saved; who writes some of them says `shown_differently`."""


def draft_of_a_live_page(live):
    live.texts = [ProfileText(language="fr", headline="Pas encore")]
    live.save_revision()


def draft_that_was_never_live(_live):
    draft = profile("Zoé", draft=True, branches=Branch.objects.all()[:1])
    draft.texts = [ProfileText(language="fr", headline="Pas encore")]
    draft.save()
    draft.save_revision()


def message_and_answer(live):
    message = ContactMessage.objects.create(profile=live, sender_name="Ben", text="Bonjour")
    ContactReply.objects.create(message=message, text="Bonjour", by_creative=True)


def account(_live):
    UserFactory()


@pytest.mark.parametrize(
    "write", [draft_of_a_live_page, draft_that_was_never_live, message_and_answer, account]
)
def test_what_is_written_and_not_published_has_no_page_made_anew(
    visitor, directory, committed, write
):
    with committed():
        plant_branches()
        live = profile("Anna Weber")
    visitor.get("/fr/annuaire/")
    with committed():
        write(live)

    assert visitor.get("/fr/annuaire/")["X-Kept"] == "fresh"


def test_a_seat_taken_is_seen_at_once(visitor, tree, committed):
    with committed():
        full = event(slug="atelier", registration="here", capacity=1)
    visitor.get("/fr/agenda/atelier/")
    with committed():
        register(full, email="ben@example.org", name="Ben")

    assert visitor.get("/api/v1/events/atelier/").json()["seats_left"] == 0
    assert "X-Kept" not in visitor.get("/fr/agenda/atelier/")


def test_a_kept_agenda_is_made_anew_when_a_rebuild_lists_what_was_missing(visitor, tree, committed):
    with committed():
        event(title="Atelier", slug="atelier")
        ListedSession.objects.all().delete()
    assert "Atelier" not in visitor.get("/fr/agenda/").text

    with committed():
        call_command("rebuild_agenda")

    assert "Atelier" in visitor.get("/fr/agenda/").text


def test_a_credit_is_seen_on_both_profiles_as_soon_as_it_is_accepted_or_taken_back(
    visitor, directory, committed
):
    with committed():
        work, member = Realisation(title="Town hall"), UserFactory()
        owner = profile("Anna Weber", realisations=[work])
        credited = profile("Ben Blum", member=member)
        credit = WorkCredit.objects.create(
            owner=owner,
            work=work.key,
            title=work.title,
            credited=credited,
            asked_at=timezone.now(),
        )

    def seen():
        pages = {"Ben Blum": "anna-weber", "Town hall": "ben-blum"}
        return [word in visitor.get(f"/fr/annuaire/{slug}/").text for word, slug in pages.items()]

    found = [seen()]
    for accepts in (True, False):
        with committed():
            answer(credit.pk, accepts=accepts, by=member)
        found.append(seen())

    assert found == [[False, False], [True, True], [False, False]]


def test_every_model_of_ours_is_shown_on_pages_or_known_not_to_be():
    def belongs_to_a_page(model):
        return any(
            isinstance(field, ParentalKey) and issubclass(field.related_model, Page)
            for field in model._meta.get_fields()
        )

    ours = {
        model._meta.label
        for model in apps.get_models()
        if model.__module__.split(".")[0] in ("cluster", "directory", "events", "resources")
        and not (issubclass(model, Page) or belongs_to_a_page(model) or is_shown_on_pages(model))
    }

    assert ours == NEVER_SHOWN
