"""The people and the things that permissions.csv names."""

from uuid import uuid4

from wagtail.models import APIToken, Page, PageViewRestriction, TaskState

from cluster.media.models import CustomDocument, CustomImage
from cluster.media.pictures import keep_picture
from directory import membership
from directory.claiming.links import token_of as invitation_token
from directory.claiming.sending import invite
from directory.contact.links import link
from directory.credits.asking import credit
from directory.following.lists import stop_link
from directory.importing.jobs import keep_file
from directory.importing.plan import plan
from directory.importing.table import read_table
from directory.importing.writing import carry_out
from directory.models import (
    ContactMessage,
    FollowedList,
    LaterEdit,
    ProfileListing,
    ProfileOrigin,
    ProfilePage,
    Realisation,
    WorkCredit,
)
from directory.opportunities import posting
from directory.opportunities.links import token_of
from directory.outcome.answering import question_about
from directory.outcome.links import token_of as outcome_token
from directory.renewal.links import token_of as renewal_token
from events.models import EventPage
from events.proposing import proposals
from events.registering.registration import register
from events.registering.ticket import ticket_of
from resources.contributing.telling import keep
from resources.contributing.telling import token_of as told_token
from tests.factories.accounts import UserFactory
from tests.factories.directory import skill
from tests.factories.events import event, proposal
from tests.factories.home import news
from tests.factories.members import MemberFactory, confirmed_profile, ready_profile
from tests.factories.opportunities import draft, opportunity
from tests.factories.resources import (
    AdvanceSimulatorPageFactory,
    ChecklistPageFactory,
    FigureFactory,
    GapFactory,
    GapReportFactory,
    GuidePageFactory,
    HourlyRatePageFactory,
    NeedFactory,
    OrganisationFactory,
    PriceListPageFactory,
    TrainingPageFactory,
)
from tests.media.files import PDF, picture, upload


def people():
    """By role; a visitor is nobody, and the token is of the editor."""
    return {
        "newcomer": MemberFactory(email="newcomer@example.org"),
        "member": MemberFactory(email="member@example.org"),
        "other": MemberFactory(email="other@example.org"),
        "editor": MemberFactory(email="editor@example.org", editor=True),
        "administrator": UserFactory(email="administrator@example.org", administrator=True),
    }


def things(cast):
    """What an address of the table names in braces, most of it the member's."""
    return {
        **profiles(cast),
        **imported(cast),
        **messages(),
        **events(),
        **opportunities(cast),
        **proposed(cast),
        **followed(cast["member"]),
        **pages(),
        **files(cast["member"]),
        "figure": FigureFactory().pk,
        "organisation": OrganisationFactory(slug="odl").pk,
        "need": NeedFactory().pk,
        "gap": GapFactory().pk,
        "gapreport": GapReportFactory().pk,
        "token": APIToken.create_token(user=cast["editor"], name="A program")[1],
    }


def profiles(cast):
    """The member's is public and was changed since; the other's too; two are not public yet."""
    member, editor = cast["member"], cast["editor"]
    shown = confirmed_profile(member, editor, name="Ada Lux", skills=[skill("Dessin")])
    with membership.editing(member) as draft:
        draft.realisations = [Realisation(title="Town hall")]
        membership.save_draft(draft, by=member)
    confirmed_profile(cast["other"], editor, name="Bo Lux")
    credited(shown, cast["member"])
    hidden = ready_profile(MemberFactory(email="waiting@example.org"), name="Marker-draft")
    membership.submit(hidden, by=hidden.member)
    shown.refresh_from_db()
    return {
        "profile": shown.pk,
        "revision": shown.latest_revision_id,
        "draft": hidden.pk,
        "draft_revision": hidden.get_latest_revision().pk,
        "task": TaskState.objects.get(workflow_state__object_id=str(hidden.pk)).pk,
        "edit": LaterEdit.objects.get().pk,
        "work": shown.realisations.get().key,
        "credit": WorkCredit.objects.get().pk,
        "branch": shown.branches.get().pk,
        "skill": shown.skills.get().pk,
    }


def credited(shown, member):
    """For the member's work, the other is."""
    [work] = shown.realisations.all()
    whom = ProfileListing.objects.get(slug="bo-lux")
    credit(shown, work, whom=whom, part="Sound", by=member)


def imported(cast):
    """One profile whose person is the newcomer, invited; one that the member is asked to confirm;
    an editor's file on its way."""
    table = read_table(b"name,email\nMarker-draft,newcomer@example.org\n")
    mapping = ["name", "email"]
    [verdict] = carry_out(lambda: plan(table, mapping), by=cast["editor"])
    origin = ProfileOrigin.objects.get(page=verdict.page)
    invite(origin)
    origin.refresh_from_db()
    shown = ProfilePage.objects.get(slug="ada-lux")
    return {
        "imported": verdict.page,
        "invitation": invitation_token(origin),
        "renewal": renewal_token(shown),
        "import": keep_file("people.csv", table, by=cast["editor"]).pk,
    }


def messages():
    profile = Page.objects.get(slug="ada-lux").specific
    fields = {"profile": profile, "sender_name": "Max", "sender_language": "fr", "text": "Bonjour"}
    every = ContactMessage.objects
    now = profile.confirmed_at
    sent = every.create(sender_email="max@example.org", confirmed_at=now, sent_at=now, **fields)
    reported = every.create(
        sender_email="eve@example.org", confirmed_at=now, reported_at=now, **fields
    )
    return {
        "message": sent.pk,
        "reported": reported.pk,
        "outcome": outcome_token(question_about(sent, to_creative=True)),
        **{
            f"to_{purpose}": link(sent, purpose, language="fr").split("/")[-2]
            for purpose in ("sender", "creative", "confirm", "report")
        },
    }


def followed(member):
    """The member follows who designs."""
    one = FollowedList.objects.create(member=member, query="branch=design")
    return {"followed": one.pk, "stop": stop_link(one, "fr").split("/")[-2]}


def events():
    shown = event(title="Portes ouvertes", slug="portes-ouvertes", registration="here", capacity=9)
    hidden = event(title="Marker-draft", slug="marker-event", registration="here", draft=True)
    seat = register(shown, email="guest@example.org", name="Guest")
    return {
        "event": shown.pk,
        "event_draft": hidden.pk,
        "event_seats": shown.seats_id,
        "registration": seat.token,
        "ticket": ticket_of(seat),
        "guest": seat.pk,
    }


def opportunities(cast):
    """The member's is public; the other's waits for an editor."""
    shown = opportunity("Affiche", owner=cast["member"], slug="affiche")
    hidden = draft("Marker-draft", owner=cast["other"], slug="marker-opportunity")
    posting.submit(hidden, by=cast["other"])
    return {"opportunity": shown.pk, "opportunity_token": token_of(shown)}


def proposed(cast):
    """Two events: the member's is in the agenda; the other's waits for an editor."""
    shown = proposal("Expo", by=cast["member"], slug="expo")
    EventPage.objects.get(pk=shown.page_id).get_latest_revision().publish()
    hidden = proposal("Marker-draft", by=cast["other"], slug="marker-proposal")
    proposals.submit(hidden.page, by=cast["other"])
    return {"proposal": shown.pk, "proposal_page": hidden.page_id}


def pages():
    """News for everyone, for those who are logged in, and not public yet; one of each resource."""
    closed = news(title="Marker-closed", slug="interne")
    restriction = PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.LOGIN
    )
    GuidePageFactory(slug="exporter")
    ChecklistPageFactory(slug="marches")
    AdvanceSimulatorPageFactory(slug="simulateur")
    HourlyRatePageFactory(slug="tarif")
    prices = PriceListPageFactory(slug="prix")
    told = {"row": None, "service": "Affiche", "unit": "piece", "amount": "9", "year": 2026}
    told |= {"is_outlier": False, "key": str(uuid4())}
    TrainingPageFactory(slug="bts")
    return {
        "told": keep(prices, told).pk,
        "told_token": told_token(prices, {**told, "service": "Logo"}),
        "news": news().pk,
        "news_draft": news(title="Marker-draft", slug="bientot", draft=True).pk,
        "closed": closed.pk,
        "restriction": restriction.pk,
        "home": Page.objects.get(depth=2, locale__language_code="fr").pk,
        "directory": Page.objects.get(slug="annuaire").pk,
        "agenda": Page.objects.get(slug="agenda").pk,
        "opportunities": Page.objects.get(slug="opportunites").pk,
    }


def files(member):
    own = keep_picture(upload(picture(), "portrait.jpg"), alt="Portrait", by=member)
    image = CustomImage.objects.create(title="Hall", file=upload(picture(), "hall.jpg"))
    document = CustomDocument.objects.create(title="Rules", file=upload(PDF, "rules.pdf"))
    return {
        "picture": own.pk,
        "picture_file": own.file.name,
        "image": image.pk,
        "kept_apart": own.collection.view_restrictions.get().pk,
        "document": document.pk,
        "document_name": document.filename,
    }
