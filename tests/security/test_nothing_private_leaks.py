"""A crawl of everything the public can reach, with private things planted to be recognised."""

import re
from collections import deque
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client

from cluster.geo.points import Point, format_location
from cluster.media.pictures import keep_picture
from directory.branches import plant_branches
from directory.demo.artwork import draw
from directory.models import DirectoryPage, ProfilePage, ProfileText
from tests.factories.events import event

pytestmark = pytest.mark.django_db

EXACT = Point(6.01234, 49.51234)
SECRETS = (
    "marker-contact",
    "marker-member",
    "marker-street",
    "marker-draft",
    "marker-edit",
    "6.01234",
    "49.51234",
)
STARTS = (
    "/",
    "/sitemap.xml",
    "/robots.txt",
    "/.well-known/security.txt",
    "/api/v1/openapi.json",
    "/api/v1/directory/profiles/?limit=100&facets=true",
    "/api/v1/directory/profiles/?near=49.51234,6.01234&radius=50&sort=distance",
    "/api/v1/directory/profiles/?q=marker",
    "/api/v1/directory/map/?bbox=5.7,49.4,6.6,50.2&zoom=18",
    "/api/v1/directory/suggest/?q=marker",
    "/api/v1/directory/branches/",
    "/api/v1/directory/skills/",
    "/api/v1/events/",
    "/api/v1/events/?q=marker",
    "/api/v3/openapi.json",
    "/api/v3/pages/",
    "/api/v3/pages/?type=directory.ProfilePage",
    "/api/v3/pages/?search=marker",
    "/api/v3/images/",
    "/api/v3/documents/",
    "/api/v3/sites/",
    *(f"/{language}/" for language, _name in settings.LANGUAGES),
)
LINK = re.compile(r"""(?:href|src|action|url|loc)["']?\s*[=:>]\s*["']?([^"'<>\s]+)|(/[\w/.-]+/)""")
MOST = 600


def profile(title, *, slug, member, live):
    below = DirectoryPage.objects.get(locale__language_code="fr")
    page = ProfilePage(
        title=title,
        slug=slug,
        locale=below.locale,
        live=False,
        member=member,
        locality="Esch-sur-Alzette",
        address="marker-street 7",
        location=format_location(EXACT),
        precision="locality",
        contact_email=f"marker-contact-{slug}@example.org",
    )
    page.texts = [ProfileText(language="fr", headline=f"Présentation de {title}", body="Bonjour.")]
    below.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return ProfilePage.objects.get(pk=page.pk)


@pytest.fixture
def planted(tree):
    """A public profile that hides its place and has an edit under way; drafts of several kinds."""
    plant_branches()
    users = get_user_model().objects
    owner = users.create_user("marker-member@example.org", name="marker-member")
    shown = profile("Camille Publique", slug="camille-publique", member=owner, live=True)
    shown.title = "marker-edit"
    shown.save_revision()
    other = users.create_user("marker-member-two@example.org")
    hidden = profile("marker-draft", slug="marker-draft", member=other, live=False)
    event(title="marker-draft of an event", slug="marker-draft-event", draft=True)
    event(title="Portes ouvertes", slug="portes-ouvertes")
    return shown, hidden


def links(response, at):
    """Whatever in a text looks like an address of ours."""
    for match in LINK.finditer(response.text):
        address = urlsplit(urljoin(at, (match[1] or match[2]).replace("&amp;", "&")))
        if address.netloc in ("", "testserver", "localhost", urlsplit(settings.BASE_URL).netloc):
            yield address.path + (f"?{address.query}" if address.query else "")


def crawl(client):
    """Each address that is reached, with what it says. Files are not read."""
    seen, waiting, said = set(STARTS), deque(STARTS), {}
    while waiting and len(said) < MOST:
        at = waiting.popleft()
        response = client.get(at)
        if "Location" in response:
            response_links = [response["Location"]]
        elif response.streaming or not is_text(response):
            continue
        else:
            said[at] = response.text
            response_links = list(links(response, at))
        for link in response_links:
            if link not in seen and not link.startswith(
                ("/account/logout", "/static/", "/styles/")
            ):
                seen.add(link)
                waiting.append(link)
    return said


def is_text(response):
    kind = response.headers.get("Content-Type", "")
    return kind.startswith("text/") or "json" in kind or kind.endswith("xml") or "xml;" in kind


def leaks(said):
    """An address that a question was put into may repeat the question, so that is taken out."""
    return [
        (at, secret)
        for at, text in said.items()
        for secret in SECRETS
        if secret in text and secret not in at
    ]


def test_no_visitor_finds_anything_private_anywhere(planted):
    said = crawl(Client())

    assert leaks(said) == []
    assert {
        "/fr/annuaire/",
        "/en/directory/",
        "/fr/annuaire/camille-publique/",
        "/api/v1/directory/profiles/?limit=100&facets=true",
        "/fr/agenda/portes-ouvertes/",
        "/sitemap.xml",
    } <= set(said)


def test_no_other_member_finds_anything_private_anywhere(planted):
    client = Client()
    client.force_login(get_user_model().objects.create_user("curious@example.org"))

    assert leaks(crawl(client)) == []


@pytest.mark.parametrize(
    "question",
    ["near=49.51234,6.01234&radius=1", "bbox=6.0115,49.5115,6.0135,49.5135"],
)
def test_no_question_narrows_down_where_somebody_is(planted, client, question):
    answer = client.get(f"/api/v1/directory/profiles/?{question}").json()

    assert answer["items"] == []


@pytest.mark.parametrize(
    "address",
    [
        "/admin/pages/{pk}/view_draft/",
        "/admin/pages/{pk}/edit/preview/",
        "/admin/pages/{pk}/edit/",
        "/admin/pages/{pk}/history/",
        "/api/v3/pages/{pk}/",
        "/api/v3/pages/{pk}/revisions/",
        "/fr/annuaire/marker-draft/",
        "/api/v1/directory/profiles/marker-draft/",
    ],
)
def test_nobody_sees_the_draft_of_somebody_else(planted, address):
    _shown, hidden = planted
    member = Client()
    member.force_login(get_user_model().objects.create_user("curious@example.org"))

    for client in (Client(), member):
        response = client.get(address.format(pk=hidden.pk))
        assert response.status_code in (302, 401, 403, 404)
        assert leaks({"": response.text}) == []


def test_pictures_of_a_draft_are_in_no_list_of_pictures(planted, client):
    keep_picture(ContentFile(draw("music", "x"), name="x.jpg"), alt="marker-draft picture")

    assert leaks({"": client.get("/api/v3/images/").text}) == []
