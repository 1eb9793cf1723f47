import pytest
from wagtail.models import Page

from directory.branches import plant_branches
from directory.generation import generate
from directory.listing import rebuild
from directory.models import ListingTerm, ProfileListing, SearchWord, Skill

pytestmark = pytest.mark.django_db


def everything():
    return (
        list(ProfileListing.objects.order_by("pk").values()),
        sorted(ListingTerm.objects.values_list("listing", "facet", "value")),
        sorted(SearchWord.objects.values_list("word", "uses")),
    )


def test_generated_profiles_are_listed_as_if_published_and_the_tree_stays_whole(tree):
    plant_branches()

    assert list(generate(5, seed=1)) == [5]
    assert list(generate(2, seed=2)) == [2]
    generated = everything()
    list(rebuild())

    assert len(generated[0]) == 7
    assert everything() == generated
    assert Page.find_problems() == ([], [], [], [], [])


def test_generating_uses_the_skills_there_are_whatever_their_addresses(tree):
    plant_branches()
    skill = Skill.objects.create(name="Architecture d'intérieur", slug="architecture-d-interieur")

    assert list(generate(3, seed=1)) == [3]

    assert list(Skill.objects.filter(name="Architecture d'intérieur")) == [skill]
