"""Whom a member means who types a name or copies an address."""

import pytest

from directory import membership
from directory.credits import asking
from directory.models import ProfilePage, WorkCredit
from tests.factories.members import MemberFactory, confirmed_profile, ready_profile

pytestmark = pytest.mark.django_db
BO = "/en/directory/bo-blum/"


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("Nobody Such", "There is no public profile"),
        ("https://example.org/bo-blum/", "There is no public profile"),
        ("http://[", "There is no public profile"),
        ("Blum", "There is no public profile with this name or address. Is it Bo Blum?"),
        ("Waiting", "There is no public profile"),
        ("Ada Lux", "This is your own profile."),
        ("Two Twins", "Several profiles are called so."),
        ("Imported", "Nobody looks after this profile"),
        ("a\0b", "Null characters are not allowed."),
    ],
)
def test_who_cannot_be_credited_is_said_next_to_the_field(client, ada, bo, editor, who, said):
    if who == "Two Twins":
        for number in range(2):
            twin = MemberFactory(email=f"twin{number}@example.org")
            confirmed_profile(twin, editor, name="Two Twins")
    if who in ("Waiting", "Imported"):
        other = MemberFactory(email="other@example.org")
        ready_profile(other, name=who)
    if who == "Imported":
        membership.submit(ProfilePage.objects.get(member=other), by=other)
        membership.confirm(ProfilePage.objects.get(member=other), by=editor)
        ProfilePage.objects.filter(member=other).update(member=None)
    [work] = ProfilePage.objects.get(member=ada).realisations.all()
    client.force_login(ada)
    client.cookies["django_language"] = "en"

    answer = client.post(f"/me/profile/work/{work.key}/credits/", {"who": who, "part": "Sound"})

    assert answer.status_code == 422
    assert said in str(answer.context["form"].errors["who"])
    assert answer.context["form"]["part"].value() == "Sound"
    assert not WorkCredit.objects.exists()


@pytest.mark.parametrize(
    "who",
    ["Bo Blum", "bo blum", "bo-blum", BO, f"example.org{BO}", "https://x.lu/fr/annuaire/bo-blum"],
)
def test_somebody_is_named_by_name_or_address_and_taken_away_again(client, ada, bo, who):
    [work] = ProfilePage.objects.get(member=ada).realisations.all()
    address = f"/me/profile/work/{work.key}/credits/"
    client.force_login(ada)

    client.post(address, {"who": who, "part": "Sound"})
    made = WorkCredit.objects.get()
    assert (made.credited, made.part) == (ProfilePage.objects.get(member=bo), "Sound")
    asking.answer(made.pk, accepts=True, by=bo)
    client.post(address, {"remove": made.pk})

    assert not WorkCredit.objects.standing().exists()
