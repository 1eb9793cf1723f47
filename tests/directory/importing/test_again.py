"""The same rows once more, other rows, and what somebody did to the profiles in between."""

import pytest

from directory import membership
from directory.models import DeclinedInvitation, ProfileOrigin, ProfilePage
from tests.factories.directory import profile
from tests.factories.members import MemberFactory, confirmed_profile

pytestmark = pytest.mark.django_db
ADA = "reference;name;headline_en;locality;email\nA1;Ada;Maps;Esch;ada@example.org\n"
WITHOUT_REFERENCE = "name;headline_en;locality;email\nAda;Maps;Esch;ada@example.org\n"
ONLY_A_NAME = "name;locality\nAda Lux;Esch\n"


def outcomes(verdicts):
    return [(str(one.outcome), one.reason) for one in verdicts]


def draft():
    return ProfilePage.objects.get().get_latest_revision_as_object()


@pytest.mark.parametrize("text", [ADA, WITHOUT_REFERENCE, ONLY_A_NAME])
def test_the_same_file_again_has_nothing_new(bring_in, text):
    bring_in(text)

    assert outcomes(bring_in(text)) == [("unchanged", "")]
    assert ProfilePage.objects.count() == 1


def test_a_name_is_found_again_whatever_its_accents(bring_in):
    bring_in("name;locality\nZoé Müller;Esch\n")

    assert [one.outcome for one in bring_in("name;locality\nzoe muller;Esch-Uelzecht\n")] == [
        "updated"
    ]
    assert ProfilePage.objects.count() == 1


def test_what_is_new_in_the_file_is_written_into_the_draft(bring_in):
    bring_in(ADA)

    again = bring_in(ADA.replace("Maps", "Maps and plans"))

    assert outcomes(again) == [("updated", "Headline (English)")]
    assert draft().texts.get().headline == "Maps and plans"


def test_what_an_editor_has_corrected_meanwhile_stays(bring_in):
    bring_in(ADA)
    page = draft()
    page.title = "Ada L."
    page.save_revision()

    assert outcomes(bring_in(ADA)) == [("unchanged", "")]
    assert outcomes(bring_in(ADA.replace("Maps", "Plans"))) == [("updated", "Headline (English)")]
    assert (draft().title, draft().texts.get().headline) == ("Ada L.", "Plans")


def test_an_empty_cell_and_a_missing_column_change_nothing(bring_in):
    bring_in(ADA)

    assert outcomes(bring_in("reference;name;headline_en\nA1;Ada;\n")) == [("unchanged", "")]
    assert draft().contact_email == "ada@example.org"


def test_what_its_person_has_taken_over_is_left_alone(bring_in):
    bring_in(ADA)
    ProfilePage.objects.update(member=MemberFactory())

    again = bring_in(ADA.replace("Maps", "Plans"))

    assert outcomes(again) == [("skipped", "Its member keeps this profile up to date.")]
    assert draft().texts.get().headline == "Maps"


def test_a_member_is_found_by_the_address_of_their_account(bring_in):
    member = MemberFactory(email="ada@example.org")
    confirmed_profile(member, MemberFactory(editor=True))

    assert [one.outcome for one in bring_in(WITHOUT_REFERENCE)] == ["skipped"]
    assert ProfilePage.objects.count() == 1


def test_a_public_profile_without_a_member_gets_a_draft_and_shows_what_it_showed(bring_in):
    page = profile("Ada", contact_email="ada@example.org", locality="Esch-sur-Alzette")

    assert [one.outcome for one in bring_in(ADA)] == ["updated"]

    page.refresh_from_db()
    assert (page.live, page.has_unpublished_changes) == (True, True)
    assert [text.language for text in page.texts.all()] == ["fr"]
    assert sorted(text.language for text in draft().texts.all()) == ["en", "fr"]
    assert outcomes(bring_in(ADA)) == [("unchanged", "")]


def test_a_reference_comes_to_a_profile_that_was_found_by_its_address(bring_in):
    bring_in(WITHOUT_REFERENCE)
    revisions = ProfilePage.objects.get().revisions.count()

    assert outcomes(bring_in(ADA)) == [("updated", "External reference")]
    assert ProfileOrigin.objects.get().reference == "A1"
    assert ProfilePage.objects.get().revisions.count() == revisions


def test_two_people_of_one_name_and_place_are_two(bring_in):
    rows = "name;locality;email\nAda;Esch;a@example.org\nAda;Esch;b@example.org\n"

    assert [one.outcome for one in bring_in(rows)] == ["created", "created"]
    assert [one.outcome for one in bring_in(rows)] == ["unchanged", "unchanged"]
    assert sorted(ProfilePage.objects.values_list("slug", flat=True)) == ["ada", "ada-2"]


def test_a_second_row_about_the_same_is_left_out(bring_in):
    rows = "reference;name;email\nA1;Ada;\nA1;Ada L.;\n;Bo;bo@example.org\n;Bob;BO@example.org\n"

    assert outcomes(bring_in(rows)) == [
        ("created", ""),
        ("skipped", "The same as row 2."),
        ("created", ""),
        ("skipped", "The same as row 4."),
    ]


def test_two_references_with_one_address_are_two_profiles_and_the_report_says_so(bring_in):
    rows = "reference;name;email\nA1;Ada;a@example.org\nA2;Ada Ltd;A@example.org\n"

    assert outcomes(bring_in(rows)) == [
        ("created", ""),
        (
            "created",
            "Row 2 has this e-mail too: one person can take over only one profile.",
        ),
    ]
    assert outcomes(bring_in(rows)) == [("unchanged", ""), ("unchanged", "")]


def test_a_row_that_fits_several_profiles_is_left_out(bring_in):
    bring_in("reference;name\nA1;Ada\nA2;Ada\n")

    [(outcome, reason)] = outcomes(bring_in("name;skills\nAda;maps\n"))

    assert (outcome, reason[:21]) == ("skipped", "Several profiles have")


def test_a_profile_in_review_or_locked_is_left_out(bring_in):
    bring_in("name;reference\nAda;A1\nBo;B1\n")
    ada, bo = ProfilePage.objects.order_by("pk")
    membership.review_workflow().start(ada, user=MemberFactory(editor=True))
    ProfilePage.objects.filter(pk=bo.pk).update(locked=True)

    again = bring_in("name;reference;skills\nAda;A1;maps\nBo;B1;maps\n")

    assert outcomes(again) == [
        ("skipped", "It is being reviewed."),
        ("skipped", "An editor has locked it."),
    ]


def test_who_asked_to_be_deleted_does_not_come_back(bring_in):
    digest = DeclinedInvitation.digest_of("ada@example.org")
    DeclinedInvitation.objects.create(digest=digest)

    assert outcomes(bring_in(ADA)) == [
        ("skipped", "This person has asked not to be in the directory.")
    ]
