"""Nobody is asked over and over, whatever becomes of a credit or of the work."""

import datetime as dt

import pytest
from django.core import mail

from directory import membership
from directory.credits import asking
from directory.models import Realisation, WorkCredit
from tests.factories.credits import credit, page_of, refused, save

pytestmark = pytest.mark.django_db
MONDAY = dt.datetime(2026, 5, 4, 7, 0, tzinfo=dt.UTC)


def take_away(member, made):
    [work] = membership.draft_of(member).realisations.all()
    return asking.take_away(page_of(member), work, made.pk, by=member)


def test_who_was_credited_and_taken_away_is_not_asked_again_for_weeks(
    ada, bo, committed, time_machine
):
    time_machine.move_to(MONDAY, tick=False)
    with committed():
        assert take_away(ada, credit(ada))
    with refused("wait four weeks"):
        credit(ada)
    assert len(mail.outbox) == 1
    assert not WorkCredit.objects.of_member(bo).exists()

    time_machine.move_to(MONDAY + dt.timedelta(days=29), tick=False)
    with committed():
        credit(ada, part="Light")
    assert len(mail.outbox) == 2
    assert WorkCredit.objects.of_member(bo).get().part == "Light"


def test_what_was_declined_is_known_of_works_made_anew(ada, bo, time_machine):
    time_machine.move_to(MONDAY, tick=False)
    for number in range(asking.MAX_UNANSWERED):
        asking.answer(credit(ada).pk, accepts=False, by=bo)
        save(ada, realisations=[Realisation(title=f"Town hall {number}")])
    with refused("three other works"):
        credit(ada)

    time_machine.move_to(MONDAY + dt.timedelta(days=183), tick=False)
    save(ada, availability="unavailable")
    credit(ada)
    assert WorkCredit.objects.count() == 1


def test_a_member_names_only_so_many_people_a_day(client, ada, bo, settings):
    settings.ACCOUNT_RATE_LIMITS = {"credit": "1/d/user"}
    [work] = page_of(ada).realisations.all()
    client.force_login(ada)
    answers = [
        client.post(f"/me/profile/work/{work.key}/credits/?lang=en", {"who": who})
        for who in ("Ada Lux", "Bo Blum")
    ]

    assert [one.status_code for one in answers] == [422, 422]
    assert "Go on tomorrow." in answers[1].text
    assert not WorkCredit.objects.exists()


@pytest.mark.parametrize(("part", "kept"), [("So\u202eund\u200b", ["Sound"]), ("a\nb", [])])
def test_a_part_is_one_line_that_reads_as_it_is_written(client, ada, bo, part, kept):
    [work] = page_of(ada).realisations.all()
    client.force_login(ada)
    client.post(f"/me/profile/work/{work.key}/credits/", {"who": "Bo Blum", "part": part})

    assert list(WorkCredit.objects.values_list("part", flat=True)) == kept
