import json
from time import monotonic

import pytest
from pyroaring import BitMap

from cluster.geo.points import Point
from directory import facet_index
from directory.listing import rebuild
from directory.models import ListingTerm, ProfileListing, ProfileText, SearchWord, TermBits
from directory.term_bits import SIZE, read
from tests.factories.directory import ESCH, OFF_CENTRE, branch, profile, skill

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _tree(tree):
    """Whatever was done, facets are counted from the same terms that filters look for."""
    yield
    assert counted_terms() == terms()


def test_what_another_process_shows_is_counted_within_a_minute(monkeypatch):
    """Where the two share no cache, the version of one does not move for the other."""
    profile(name="Atelier Un")
    assert len(facet_index.current().having("kind")) == 1
    held = facet_index.LISTINGS.read()
    monkeypatch.setattr(facet_index.LISTINGS, "read", lambda: held)
    profile(name="Atelier Deux")
    assert len(facet_index.current().having("kind")) == 1

    later = monotonic() + facet_index.LONGEST_HELD
    monkeypatch.setattr(facet_index, "monotonic", lambda: later + 1)

    assert len(facet_index.current().having("kind")) == 2


def rows(model):
    return list(model.objects.order_by("pk").values())


def counted_terms():
    every = ((read(one.key), BitMap.deserialize(one.bits)) for one in TermBits.objects.all())
    return sorted(
        (pk, facet, value) for (facet, value, _block), listings in every for pk in listings
    )


def terms():
    return sorted(ListingTerm.objects.values_list("listing", "facet", "value"))


def test_a_listing_exists_as_long_as_the_profile_is_live():
    page = profile(draft=True)
    assert ProfileListing.objects.count() == 0

    page.get_latest_revision().publish()
    assert list(ProfileListing.objects.values_list("pk", "slug")) == [(page.pk, "anna-weber")]

    page = page.specific_class.objects.get(pk=page.pk)
    page.unpublish()
    assert ProfileListing.objects.count() == 0
    assert SearchWord.objects.count() == 0


def test_a_deleted_profile_leaves_nothing_behind():
    profile().delete()

    assert ProfileListing.objects.count() == 0
    assert ListingTerm.objects.count() == 0
    assert SearchWord.objects.count() == 0


def test_a_draft_of_a_live_profile_shows_nowhere():
    page = profile(headline="Graphiste")
    page.title = "Geheimnis"
    page.save_revision()

    assert ProfileListing.objects.get().name == "Anna Weber"


def test_a_changed_address_is_the_listings_too():
    page = profile()
    page.slug = "anna"
    page.save_revision().publish()

    assert ProfileListing.objects.get().slug == "anna"


def test_who_shows_the_locality_only_is_at_its_centre_in_every_field():
    profile(locality="Esch-sur-Alzette", point=OFF_CENTRE, precision="locality")

    listing = ProfileListing.objects.get()
    assert (listing.longitude, listing.latitude) == (ESCH.point.longitude, ESCH.point.latitude)
    assert listing.summaries["fr"]["place"] == {
        "locality": "Esch-sur-Alzette",
        "canton": "Esch-sur-Alzette",
        "point": [ESCH.point.longitude, ESCH.point.latitude],
        "precision": "locality",
    }


def test_an_exact_place_is_shown_exactly():
    profile(locality="Esch-sur-Alzette", point=OFF_CENTRE, precision="exact")

    listing = ProfileListing.objects.get()
    assert (listing.longitude, listing.latitude) == (OFF_CENTRE.longitude, OFF_CENTRE.latitude)
    assert listing.precision == "exact"


def test_who_has_no_place_is_listed_without_a_point():
    profile()

    listing = ProfileListing.objects.get()
    assert (listing.longitude, listing.latitude, listing.cell) == (None, None, "")


def test_nothing_private_is_in_a_listing(django_user_model):
    member = django_user_model.objects.create_user("secret-member@example.org")
    profile(
        member=member,
        contact_email="secret-contact@example.org",
        address="12 rue Secrète",
        locality="Esch-sur-Alzette",
        point=Point(5.987654, 49.512345),
    )

    written = json.dumps(rows(ProfileListing) + rows(ListingTerm), default=str).lower()
    for private in ("secret", "5.987654", "49.512345", "12 rue"):
        assert private not in written


def test_each_language_gets_its_text_or_says_which_one_it_shows():
    profile(
        texts=[
            ProfileText(language="fr", headline="Graphiste"),
            ProfileText(language="de", headline="Grafikerin"),
        ]
    )

    summaries = ProfileListing.objects.get().summaries
    assert {code: (s["headline"], s["lang"]) for code, s in summaries.items()} == {
        "fr": ("Graphiste", "fr"),
        "en": ("Graphiste", "fr"),
        "de": ("Grafikerin", "de"),
        "lb": ("Graphiste", "fr"),
    }


def test_a_renamed_branch_or_skill_is_renamed_wherever_it_shows(
    django_capture_on_commit_callbacks,
):
    design, drawing = branch(), skill("Dessin")
    profile(branches=[design], skills=[drawing])

    with django_capture_on_commit_callbacks(execute=True):
        design.names = {"fr": "Formgebung"}
        design.save()
        drawing.names = {"fr": "Croquis"}
        drawing.save()

    listing = ProfileListing.objects.get()
    assert listing.summaries["fr"]["branches"] == [
        {"slug": "design", "name": "Formgebung", "colour": 1}
    ]
    assert listing.summaries["fr"]["skills"] == [{"slug": "dessin", "name": "Croquis"}]
    assert "formgebung" in listing.title
    assert SearchWord.objects.get(word="croquis").uses == 1


def test_a_deleted_branch_or_skill_is_gone_wherever_it_showed():
    design, drawing = branch(), skill("Dessin")
    page = profile(branches=[design], skills=[drawing])

    design.delete()
    drawing.delete()

    assert ProfileListing.objects.get().summaries["fr"]["branches"] == []
    assert terms() == [(page.pk, "availability", "available"), (page.pk, "kind", "freelancer")]


def test_what_is_rebuilt_equals_what_was_kept_up_row_for_row():
    for number in range(3):
        profile(
            f"Studio {number}",
            branches=[branch(), branch("music", 12, fr="Musique")],
            skills=[skill("Dessin"), skill(f"Skill {number}", en="Skill")],
            body="Élégance et sobriété",
            locality="Esch-sur-Alzette",
            point=OFF_CENTRE,
            precision=["exact", "locality", "locality"][number],
            languages=["fr", "lb"],
        )
    profile("Vanished").unpublish()
    kept = rows(ProfileListing), terms(), sorted(SearchWord.objects.values_list("word", "uses"))

    assert list(rebuild()) == [3]

    assert kept == (
        rows(ProfileListing),
        terms(),
        sorted(SearchWord.objects.values_list("word", "uses")),
    )


def test_bits_that_went_astray_are_set_again():
    page = profile("Anna", branches=[branch("Design")], skills=[skill("3D")])
    TermBits.objects.filter(key__startswith="skill:").delete()
    astray = BitMap([page.pk]).serialize()
    TermBits.objects.create(key=f"canton:Nowhere:{page.pk // SIZE}", bits=astray, stamp=1)
    assert counted_terms() != terms()

    list(rebuild())
