"""What the sector's figures count, of whom, and how often they ask."""

import datetime as dt

import pytest
from django.utils import timezone
from django.utils.timezone import make_aware

from directory.figures.counting import Row, months_until, told_apart
from directory.figures.kept import count, figures
from directory.figures.profiles import rising, size_of
from directory.listing import rebuild
from directory.models import ContactMessage, ContactOutcome, ListingTerm, ProfileListing, TeamMember
from tests.factories.directory import branch, profile, skill
from tests.factories.opportunities import DAY, opportunity, today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
MAY = "2026-05-20 12:00:00+02:00"


def counted(table):
    return [row for row in count(timezone.now()).tables[table] if row.number != 0 or row.other]


def team(number):
    return [TeamMember(name=f"Ada {one}", role="") for one in range(number)]


def test_profiles_are_counted_by_what_they_say_and_drafts_are_not():
    design, film = branch("design"), branch("film", 2)
    profile("A", branches=[design, film], languages=["fr", "lb"], locality="Esch-sur-Alzette")
    profile("B", branches=[design], languages=["fr"], kind="studio", skills=[skill("3D")])
    profile("C", branches=[film], languages=["de"], kind="institution", draft=True)

    assert counted("branch") == [Row("design", 2), Row("film", 1)]
    assert counted("kind") == [Row("freelancer", 1), Row("studio", 1)]
    assert counted("language") == [Row("fr", 2), Row("lb", 1)]
    assert counted("canton") == [Row("Esch-sur-Alzette", 1)]
    assert counted("skill") == [Row("3d", 1)]
    assert count(timezone.now()).profiles == 2


def test_a_branch_nobody_is_in_is_counted_as_none():
    branch("film")

    assert Row("film", 0) in count(timezone.now()).tables["branch"]


def test_the_size_of_a_team_is_who_a_profile_names():
    profile("Alone")
    profile("Pair", team=team(2))
    profile("Ten", kind="studio", team=team(10))
    profile("Crowd", kind="studio", team=team(11))
    profile("Silent", kind="studio")

    assert counted("size") == [
        *(Row("alone", 1), Row("2-5", 1), Row("6-10", 1), Row("more", 1)),
        Row("unknown", 1),
    ]


@pytest.mark.parametrize(
    ("people", "size"),
    [
        *((None, "unknown"), (1, "alone"), (2, "2-5"), (5, "2-5")),
        *((6, "6-10"), (10, "6-10"), (11, "more")),
    ],
)
def test_every_number_of_people_is_of_one_size(people, size):
    assert size_of(people) == size


def test_months_count_who_was_new_and_who_was_there(time_machine):
    for name, day in (("A", "2023-01-05"), ("B", "2026-04-30"), ("C", "2026-05-01")):
        time_machine.move_to(f"{day} 12:00:00+00:00", tick=False)
        profile(name)
    time_machine.move_to(MAY, tick=False)

    months = count(timezone.now()).tables["month"]
    assert (len(months), months[0]) == (24, Row("2024-06", 0, 1))
    assert months[-2:] == [Row("2026-04", 1, 2), Row("2026-05", 1, 3)]


def test_the_last_24_months_end_with_the_one_under_way():
    months = list(months_until(dt.date(2026, 1, 31)))

    assert (months[0], months[-1], len(months)) == (dt.date(2024, 2, 1), dt.date(2026, 1, 1), 24)


def test_a_later_edit_or_confirmation_does_not_make_a_profile_new(time_machine):
    time_machine.move_to("2026-03-05 12:00:00+00:00", tick=False)
    page = profile()
    time_machine.move_to(MAY, tick=False)
    page.confirmed_at = timezone.now()
    page.save_revision().publish()

    assert ProfileListing.objects.get().since == dt.date(2026, 3, 5)


def test_a_skill_is_claimed_since_it_is_said_and_rebuilding_does_not_change_that(time_machine):
    time_machine.move_to("2025-03-05 12:00:00+00:00", tick=False)
    page = profile(skills=[skill("Old")])
    time_machine.move_to(MAY, tick=False)
    page.skills.add(skill("New"))
    page.save_revision().publish()
    for _done in rebuild():
        pass

    said = ListingTerm.objects.filter(facet="skill").order_by("value")
    assert list(said.values_list("value", "since")) == [
        ("new", dt.date(2026, 5, 20)),
        ("old", dt.date(2025, 3, 5)),
    ]


def test_skills_rise_by_their_share_of_recent_claims(time_machine):
    time_machine.move_to("2025-03-05 12:00:00+00:00", tick=False)
    old, new, rare = skill("Old"), skill("New"), skill("Rare")
    for number in range(6):
        profile(f"Before {number}", skills=[old])
    time_machine.move_to(MAY, tick=False)
    for number in range(5):
        profile(f"After {number}", skills=[old, new] if number else [new, rare])

    assert counted("rising") == [Row("new", 5, 0)]


def test_no_skill_rises_where_nothing_was_claimed_before_or_too_few_did_since():
    assert rising({"new": (50, 0)}) == []
    assert rising({"new": (4, 0), "old": (0, 10)}) == []
    assert rising({"new": (5, 0), "old": (5, 10)}) == [Row("new", 5, 0)]


def test_few_messages_are_not_told_apart_and_more_are_counted(time_machine):
    page = profile()
    sent = {"2026-03": 5, "2026-04": 4}
    for month, number in sent.items():
        day = make_aware(dt.datetime.fromisoformat(f"{month}-01T00:30:00"))
        for _one in range(number):
            message(page, confirmed_at=day, sent_at=day)
    time_machine.move_to(MAY, tick=False)
    for _one in range(9):
        message(page)

    rows = count(timezone.now()).tables["contact"][-3:]
    assert [(row.key, row.number) for row in rows] == [
        *(("2026-03", 5), ("2026-04", None), ("2026-05", None))
    ]
    assert {row.parts for row in rows} == {(None,) * 5}


def outcomes(month, *sides):
    """Of one message each: what its creative and its sender say; None who was not asked."""
    for said in sides:
        outcome = ContactOutcome.objects.create(month=month, kind="freelancer")
        for by_creative, answer in zip((True, False), said, strict=True):
            if answer is not None:
                outcome.questions.create(by_creative=by_creative, answer=answer)


def test_what_came_of_messages_is_counted_once_a_message_by_its_better_answer(time_machine):
    time_machine.move_to(MAY, tick=False)
    paid = [("paid", None), ("paid", "paid"), ("collaboration", "paid"), ("no", "paid")]
    outcomes(dt.date(2026, 4, 1), *paid, *paid)
    outcomes(dt.date(2026, 4, 1), *[("no", ""), ("collaboration", "later")] * 5)
    outcomes(dt.date(2026, 4, 1), ("", "later"), ("later", None), (None, ""))
    outcomes(dt.date(2024, 5, 1), *paid, *paid)

    rows = {row.key: row.parts for row in count(timezone.now()).tables["contact"]}
    assert rows.pop("2026-04") == (21, None, 8, 5, None)
    assert set(rows.values()) == {(None,) * 5}


@pytest.mark.parametrize(
    ("asked", "known", "said"),
    [
        (18, 13, (18, None, 8, 5, None)),
        (13, 11, (13, None, 8, None, None)),
        (8, 8, (8, None, None, None, None)),
        (4, 4, (None,) * 5),
    ],
)
def test_how_few_did_not_answer_is_not_found_by_subtraction(asked, known, said, time_machine):
    time_machine.move_to(MAY, tick=False)
    paid = [("paid", None)] * min(known, 8)
    others = [("collaboration", None)] * (known - len(paid))
    outcomes(dt.date(2026, 4, 1), *paid, *others, *[("", None)] * (asked - known))

    rows = {row.key: row.parts for row in count(timezone.now()).tables["contact"]}
    assert rows["2026-04"] == said


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((9, 6, 5), (9, 6, 5)),
        ((9, 6, 4), (9, None, None)),
        ((9, 0, 0), (None, None, None)),
        ((9, 3, 2), (9, None, None)),
        ((6, 9, 1), (None, 9, None)),
        ((0, 0, 0), (None, None, None)),
    ],
)
def test_no_number_that_is_too_small_can_be_found_by_subtraction(numbers, said):
    assert told_apart(*numbers) == said


def message(page, **fields):
    return ContactMessage.objects.create(
        profile=page, sender_name="Ben", sender_email="ben@example.org", text="Bonjour", **fields
    )


def test_opportunities_are_counted_by_kind_and_by_what_became_of_them():
    opportunity("Open", kind="job")
    opportunity("Other", kind="contest", rules="Un jury.", fee="300 €")
    opportunity("Over", kind="job", deadline=today() - DAY)
    opportunity("Found", kind="job", filled_at=timezone.now())

    assert counted("opportunity") == [Row("contest", 1), Row("job", 1)]
    assert counted("outcome") == [Row("open", 2), Row("filled", 1), Row("expired", 1)]


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_as_often_for_three_profiles_as_for_one(number, django_assert_num_queries):
    for one in range(number):
        made = branch(f"branch-{one}", one)
        message(profile(f"Anna {one}", branches=[made], skills=[skill(f"Skill {one}")]))
        opportunity(f"Offre {one}")

    with django_assert_num_queries(6):
        figures()
    with django_assert_num_queries(0):
        figures()
