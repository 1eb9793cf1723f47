"""What programs get of the directory, field by field."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cluster.media.models import CustomImage
from directory import schemas
from directory.listing import project_again
from directory.models import (
    ProfileLink,
    ProfilePage,
    ProfileText,
    Realisation,
    TeamMember,
    WorkCredit,
)
from tests.contract import holds, holds_as_written, parameters
from tests.factories.directory import OFF_CENTRE, branch, profile, skill
from tests.media.files import picture

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("directory"),
    # Wagtail leaves the file open that it makes a rendition in.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
ROOT = "/api/v1/directory/"


@pytest.fixture
def directory(tree, time_machine):
    """A studio with everything a profile can have, and someone who gave a name only and has a part
    in its work."""
    time_machine.move_to("2026-05-04 10:00:00+02:00", tick=False)
    image = CustomImage.objects.create(
        title="Affiche", file=SimpleUploadedFile("a.png", picture("PNG", (1200, 800)))
    )
    studio = profile(
        "Atelier Élan",
        kind="studio",
        texts=[
            ProfileText(language="fr", headline="Affiches", body="Tout.", competences="Encre"),
            ProfileText(language="en", headline="Posters", projects="A book"),
        ],
        branches=[branch(), branch("music", 12, fr="Musique", en="Music")],
        skills=[skill("Dessin", en="Drawing")],
        languages=["lb", "fr"],
        locality="Esch-sur-Alzette",
        point=OFF_CENTRE,
        image=image,
        realisations=[
            Realisation(
                title="Affiche",
                role="Dessin",
                client="Théâtre",
                year=2025,
                description="Grande.",
                url="https://example.org/affiche",
                images=[("image", image)],
            )
        ],
        team=[TeamMember(name="Ben", role="Assistant")],
        links=[ProfileLink(label="Site", url="https://example.org/")],
        contact_email="private@example.org",
    )
    zoe = profile("Zoé", texts=[ProfileText(language="de", headline="Malerin")])
    took_part(zoe, studio)


def took_part(credited, owner):
    work = owner.realisations.get()
    WorkCredit.objects.create(
        owner=owner,
        work=work.key,
        title=work.title,
        credited=credited,
        part="Farben",
        answer="accepted",
    )
    project_again(ProfilePage.objects.filter(pk__in=[owner.pk, credited.pk]))


@pytest.mark.parametrize(
    ("name", "address", "schema"),
    [
        ("profiles", "profiles/?sort=name&lang=en", schemas.ProfileList),
        (
            "profiles-near-with-facets",
            "profiles/?near=Esch&radius=15&facets=true",
            schemas.ProfileList,
        ),
        ("profile", "profiles/atelier-elan/?lang=en", schemas.ProfileDetail),
        ("profile-with-a-name-only", "profiles/zoe/", schemas.ProfileDetail),
        ("map", "map/?bbox=5.7,49.4,6.6,50.2&zoom=9&lang=en", schemas.FeatureCollection),
        ("suggest", "suggest/?q=dess&lang=en", schemas.Suggestions),
        ("suggest-profile", "suggest/?q=atelier", schemas.Suggestions),
        ("suggest-place", "suggest/?q=clerv", schemas.Suggestions),
        ("branches", "branches/?lang=en", schemas.Vocabulary),
        ("skills", "skills/?lang=en", schemas.Vocabulary),
    ],
)
def test_an_answer_is_what_was_promised(client: Client, name, address, schema):
    response = client.get(ROOT + address)

    assert response.status_code == 200
    holds(f"directory/{name}", response.json(), schema)


def test_who_is_in_one_place_is_one_feature(client: Client):
    profile("Anna", locality="Esch-sur-Alzette")

    response = client.get(f"{ROOT}map/?bbox=5.7,49.4,6.6,50.2&zoom=9")

    assert response["Content-Type"] == "application/geo+json"
    holds("directory/map-cluster", response.json(), schemas.FeatureCollection)


def test_a_refusal_names_the_parameter(client: Client):
    response = client.get(f"{ROOT}profiles/?colour=red&lang=en")

    assert (response.status_code, response["Content-Type"]) == (422, "application/problem+json")
    holds_as_written("directory/refused", response.json())


def test_every_parameter_is_described(client: Client):
    holds_as_written("directory/parameters", parameters(client, ROOT))
