"""A profile handed on: as a contact, as a code for cameras, as a card in another site's page."""

import json
from xml.etree.ElementTree import fromstring

import pytest
import vobject
from bs4 import BeautifulSoup
from django.test import Client

from directory import membership
from directory.models import ProfileLink, ProfileText, Realisation, TeamMember
from directory.models.choices import Kind, Precision
from tests.factories.directory import OFF_CENTRE, branch, profile, skill
from tests.factories.members import MemberFactory, confirmed_profile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
ANNA = "/en/directory/anna/"
NAME = "Anna; Söhne, & Töchter \\ " + "ö" * 60


@pytest.fixture
def anna():
    return profile(
        NAME,
        slug="anna",
        texts=[ProfileText(language="en", headline="Draws, paints;\nprints")],
        branches=[branch()],
        skills=[skill("Dessin, gravure", en="Drawing, engraving"), skill("Typo")],
        languages=["lb", "fr"],
        locality="Esch-sur-Alzette",
        point=OFF_CENTRE,
        precision=Precision.EXACT,
        realisations=[Realisation(title="Poster", description="Silk screen", year=2025)],
        team=[TeamMember(name="Ben", role="Assistant")],
        links=[ProfileLink(url="https://example.org/anna", label="")],
        contact_email="anna@example.org",
    )


def contact(client: Client):
    answer = client.get(f"{ANNA}card.vcf")
    assert answer["Content-Type"] == "text/vcard; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="anna.vcf"'
    return answer.content, vobject.readOne(answer.content.decode())


def test_a_contact_holds_what_is_public_and_survives_every_character(client: Client, anna):
    content, card = contact(client)

    assert card.fn.value == NAME
    assert card.n.value.given == NAME
    assert card.title.value == "Draws, paints; prints"
    assert card.categories.value == ["Drawing, engraving", "Typo"]
    assert (card.adr.value.city, card.adr.value.region) == ("Esch-sur-Alzette",) * 2
    assert card.geo.value == f"{OFF_CENTRE.latitude};{OFF_CENTRE.longitude}"
    assert [one.value for one in card.url_list] == [
        "http://127.0.0.1:8000/en/directory/anna/",
        "https://example.org/anna",
    ]
    assert b"anna@example.org" not in content
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_a_contact_of_a_locality_has_no_point(client: Client, anna):
    anna.precision = Precision.LOCALITY
    anna.save_revision().publish()

    content, card = contact(client)

    assert "geo" not in card.contents
    assert str(OFF_CENTRE.latitude).encode() not in content


def test_a_studio_is_an_organisation(client: Client, anna):
    anna.kind = Kind.STUDIO
    anna.save_revision().publish()

    _content, card = contact(client)

    assert card.org.value == [NAME]
    assert card.n.value.given == ""


def test_a_code_leads_to_the_profile_in_the_pages_language(client: Client, anna):
    answer = client.get(f"{ANNA}qr.svg")

    assert answer["Content-Type"] == "image/svg+xml"
    drawing = fromstring(answer.content)  # noqa: S314 - our own
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    french = client.get("/fr/annuaire/anna/qr.svg").content
    assert french != answer.content


def test_the_card_may_be_framed_anywhere_and_the_page_may_not(client: Client, anna):
    card, page = client.get(f"{ANNA}embed/"), client.get(ANNA)

    assert "X-Frame-Options" not in card
    assert "frame-ancestors *;" in f"{card['Content-Security-Policy']};"
    assert page["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
    soup = BeautifulSoup(card.text, "html.parser")
    assert soup.h1.a["href"] == "http://127.0.0.1:8000/en/directory/anna/"
    assert soup.select("script, form") == []
    assert not card.cookies


def test_what_to_paste_is_on_the_page_and_whole(client: Client, anna):
    anna.title = 'Anna "<b>'
    anna.save_revision().publish()

    page = BeautifulSoup(client.get(ANNA).text, "html.parser")
    frame = BeautifulSoup(page.select_one("#share-snippet").text, "html.parser").iframe

    assert frame["src"] == "http://127.0.0.1:8000/en/directory/anna/embed/"
    assert frame["title"].startswith('Anna "<b> · ')
    assert frame["height"] == "188"
    assert page.select_one(".print-only img")["src"] == f"{ANNA}qr.svg"


def test_a_member_finds_it_in_their_space_once_they_are_public(client: Client):
    member, waiting = MemberFactory(), MemberFactory()
    confirmed_profile(member, MemberFactory(editor=True), name="Ada Lux")
    membership.start_profile(waiting, name="Bo")

    for user, frames in ((member, 1), (waiting, 0)):
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        assert client.get("/me/profile/").text.count("/ada-lux/embed/&quot;") == frames


@pytest.mark.parametrize("name", ["card.vcf", "qr.svg", "embed/"])
def test_a_draft_is_not_handed_on(client: Client, name):
    profile("Anna", draft=True)

    assert client.get(f"{ANNA}{name}").status_code == 404


def structured(client: Client):
    soup = BeautifulSoup(client.get(ANNA).text, "html.parser")
    return json.loads(soup.select_one('script[type="application/ld+json"]').text)


def test_search_engines_are_told_who_it_is_and_what_they_made(client: Client, anna):
    found = structured(client)

    address = "http://127.0.0.1:8000/en/directory/anna/"
    who = found["mainEntity"]
    assert (found["@type"], found["url"], who["@type"]) == ("ProfilePage", address, "Person")
    assert who["@id"] == f"{address}#who"
    assert who["knowsAbout"] == ["Drawing, engraving", "Typo"]
    assert who["sameAs"] == ["https://example.org/anna"]
    assert who["address"]["addressLocality"] == "Esch-sur-Alzette"
    assert found["hasPart"] == [
        {
            "@type": "CreativeWork",
            "name": "Poster",
            "description": "Silk screen",
            "dateCreated": "2025",
            "creator": {"@id": who["@id"]},
        }
    ]


def test_of_a_studio_they_are_told_its_people_and_of_nobody_what_is_empty(client: Client, anna):
    anna.kind = Kind.STUDIO
    anna.links, anna.realisations = [], []
    anna.save_revision().publish()

    found = structured(client)

    assert found["mainEntity"]["@type"] == "Organization"
    assert found["mainEntity"]["member"] == [{"@type": "Person", "name": "Ben"}]
    assert "hasPart" not in found
    assert "sameAs" not in found["mainEntity"]
