"""What somebody says matters in a picture is in every crop of it."""

import pytest
from django.urls import reverse
from wagtail.images.rect import Rect

from cluster.media.focus import MIDDLE, focus_of, keep_focus
from cluster.media.models import CustomImage
from directory import membership
from directory.models import ProfileListing
from tests.factories.directory import profile
from tests.factories.members import MemberFactory, ready_profile

from .files import picture, upload

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def image():
    file = upload(picture(size=(900, 300)), "a.jpg")
    return CustomImage.objects.create(title="A", description="A", file=file)


@pytest.mark.parametrize("place", ["0-0", "2-1", "1-2", MIDDLE])
def test_what_was_said_to_matter_is_remembered(place):
    kept = image()
    keep_focus(kept, place)

    assert focus_of(CustomImage.objects.get()) == place


def test_an_editors_finer_point_stays_where_a_member_agrees_with_it():
    kept = image()
    kept.set_focal_point(Rect(10, 10, 20, 20))
    keep_focus(kept, "0-0")

    assert kept.focal_point_x == 15


def test_a_member_says_what_matters_in_their_portrait_and_in_a_work(tree, client):
    member = MemberFactory()
    ready_profile(member)
    client.force_login(member)
    sent = {"picture": upload(picture(size=(900, 300)), "a.jpg"), "focus": "2-1"}
    client.post(reverse("my_profile:portrait"), sent)
    work = {"title": "Hall", "pictures-alt": "A hall"}
    work["pictures-picture"] = upload(picture(size=(900, 300)), "hall.jpg")
    client.post(reverse("my_profile:add_work"), work)

    assert focus_of(membership.draft_of(member).image) == "2-1"
    made = list(membership.draft_of(member).realisations.all())[-1]
    [block] = made.images
    change = {"title": "Hall", f"pictures-alt-{block.id}": "A", f"pictures-focus-{block.id}": "0-1"}
    client.post(reverse("my_profile:work", args=[made.key]), change)
    assert focus_of(CustomImage.objects.get(pk=block.value.pk)) == "0-1"


def test_a_part_that_does_not_exist_is_refused_beside_its_field(tree, client):
    member = MemberFactory()
    ready_profile(member)
    client.force_login(member)

    refused = client.post(reverse("my_profile:portrait"), {"focus": "9-9\0"})

    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == ["focus"]


def test_a_public_profile_follows_an_editors_change_at_once(tree, admin_client):
    shown = image()
    page = profile("Anna Weber", image=shown)
    page.save_revision().publish()
    before = ProfileListing.objects.get().summaries["fr"]["image"]["url"]
    point = {"focal_point_x": 850, "focal_point_y": 150}
    size = {"focal_point_width": 90, "focal_point_height": 90}
    data = {"title": "A", "description": "A", "collection": shown.collection_id, **point, **size}

    assert admin_client.post(f"/admin/images/{shown.pk}/", data).status_code == 302

    assert ProfileListing.objects.get().summaries["fr"]["image"]["url"] != before
