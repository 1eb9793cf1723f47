"""Skills that editors say are one: whoever had either has the one that stays, everywhere."""

import datetime as dt

import pytest
from django.http import QueryDict
from django.test import Client

from directory import membership
from directory.listing import rebuild
from directory.merging import merge
from directory.models import FormerSkill, ListingTerm, ProfileListing, ProfilePage, Skill
from directory.opportunities.models import OpportunityListing, OpportunityPage
from directory.opportunities.query import OpportunityQuery
from directory.query import ProfileQuery
from tests.factories.directory import profile, skill
from tests.factories.members import MemberFactory, confirmed_profile
from tests.factories.opportunities import opportunity

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(tree):
    return MemberFactory(editor=True)


@pytest.fixture
def two(editor):
    """The one that stays, the one that goes."""
    kept = skill("Graphisme", en="Graphic design")
    gone = skill("Grafikdesign", de="Grafikdesign", en="Graphics")
    gone.synonyms = {"de": "Grafiker"}
    gone.nomenclature, gone.code = "esco", "5f7b"
    gone.save()
    return kept, gone


@pytest.fixture
def merged(two, editor, django_capture_on_commit_callbacks):
    def do():
        with django_capture_on_commit_callbacks(execute=True):
            return merge(list(two), into=two[0], by=editor)

    return do


def ask(parameters: str) -> ProfileQuery:
    return ProfileQuery.of(QueryDict(parameters))


def test_profiles_that_had_either_have_the_one_that_stays(two, merged):
    kept, gone = two
    profile("Kept", skills=[kept])
    profile("Gone", skills=[gone])
    profile("Both", skills=[kept, gone])

    assert merged() == 1

    assert [one.name for one in Skill.objects.all()] == ["Graphisme"]
    assert {
        listing.name: [one["slug"] for one in listing.summaries["fr"]["skills"]]
        for listing in ProfileListing.objects.all()
    } == {"Kept": ["graphisme"], "Gone": ["graphisme"], "Both": ["graphisme"]}
    assert set(ListingTerm.objects.filter(facet="skill").values_list("value", flat=True)) == {
        "graphisme"
    }
    before = list(ProfileListing.objects.order_by("pk").values())
    list(rebuild())
    assert list(ProfileListing.objects.order_by("pk").values()) == before


def test_filters_and_counts_are_right_before_the_task_has_run(two, editor):
    profile("Gone", skills=[two[1]])

    merge(two, into=two[0], by=editor)

    assert ask("skill=graphisme").count() == 1


def test_an_old_address_leads_to_the_skill_that_stays(client: Client, two, merged):
    profile("Gone", skills=[two[1]])
    opportunity("Affiche", skills=[two[1]])
    merged()

    query = ask("skill=grafikdesign&skill=graphisme")
    wanted = OpportunityQuery.of(QueryDict("skill=grafikdesign"))

    assert (query.skill, query.ignored, query.count()) == (("graphisme",), (), 1)
    assert (wanted.skill, wanted.ignored) == (("graphisme",), ())
    assert client.get("/api/v1/directory/profiles/?skill=grafikdesign").json()["count"] == 1
    assert client.get("/fr/annuaire/?skill=grafikdesign").context["browse"].count == 1


def test_an_address_still_leads_there_after_a_second_merger_and_a_new_name(two, merged, editor):
    profile("Gone", skills=[two[1]])
    merged()
    last = skill("Design graphique")
    merge([*Skill.objects.all()], into=last, by=editor)
    last = Skill.objects.get()
    last.slug = "design-visuel"
    last.save()

    for slug in ("grafikdesign", "graphisme", "design-graphique", "design-visuel"):
        assert ask(f"skill={slug}").skill == ("design-visuel",)
    assert ask("skill=nothing").ignored[0].name == "skill"


def test_drafts_come_back_with_the_one_that_stays(two, merged, editor):
    kept, gone = two
    page = confirmed_profile(MemberFactory(), editor)
    with membership.editing(page.member) as draft:
        draft.skills.set([kept, gone])
        membership.save_draft(draft, by=page.member)
    merged()

    draft = ProfilePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [one.slug for one in draft.skills.all()] == ["graphisme"]
    draft.save_revision().publish()
    assert [one.slug for one in ProfilePage.objects.get(pk=page.pk).skills.all()] == ["graphisme"]


def test_opportunities_that_asked_for_either_ask_for_the_one_that_stays(two, merged):
    kept, gone = two
    pages = [opportunity("One", skills=[gone]), opportunity("Two", skills=[kept, gone])]
    merged()

    for page in pages:
        page = OpportunityPage.objects.get(pk=page.pk)
        assert list(page.skills.all()) == [kept]
        assert list(page.get_latest_revision_as_object().skills.all()) == [kept]
        assert OpportunityListing.objects.get(pk=page.pk).skill_slugs == ["graphisme"]


def test_names_synonyms_code_and_the_first_date_move(two, merged):
    kept, gone = two
    early, late = (dt.datetime(year, 5, 4, tzinfo=dt.UTC) for year in (2019, 2024))
    Skill.objects.filter(pk=kept.pk).update(first_claimed_at=late)
    gone.first_claimed_at = early
    gone.save()
    merged()

    stays = Skill.objects.get()
    assert stays.names == {"en": "Graphic design", "de": "Grafikdesign"}
    assert stays.synonyms == {"en": "Graphics", "de": "Grafiker"}
    assert (stays.nomenclature, stays.code) == ("esco", "5f7b")
    assert stays.first_claimed_at == early


def test_editors_choose_in_their_list_which_stays(client: Client, two, editor):
    profile("Gone", skills=[two[1]])
    client.force_login(editor)
    address = f"/admin/bulk/directory/skill/merge/?id={two[0].pk}&id={two[1].pk}"

    client.cookies["django_language"] = "en"
    asked = client.get(address).text
    assert f"{two[1].name} (1 profile)" in asked
    assert f"{two[0].name} (0 profiles)" in asked
    assert client.post(address, {}).status_code == 200
    assert Skill.objects.count() == 2
    client.post(address, {"kept": two[0].pk})

    assert [one.name for one in Skill.objects.all()] == ["Graphisme"]
    assert "Grafikdesign" in client.get(f"/admin/snippets/directory/skill/edit/{two[0].pk}/").text


@pytest.mark.parametrize("ids", ["", "&id=0", "&id=99999"])
def test_one_skill_alone_or_one_that_is_not_there_merges_nothing(client, two, editor, ids):
    client.force_login(editor)
    address = f"/admin/bulk/directory/skill/merge/?id={two[0].pk}{ids}"

    client.get(address)
    client.post(address, {"kept": two[0].pk})

    assert Skill.objects.count() == 2
    assert not FormerSkill.objects.exists()


def test_members_merge_nothing(client: Client, two):
    client.force_login(MemberFactory())
    address = f"/admin/bulk/directory/skill/merge/?id={two[0].pk}&id={two[1].pk}"

    assert client.post(address, {"kept": two[0].pk}).status_code == 403
    assert Skill.objects.count() == 2
