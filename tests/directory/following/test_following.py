"""A filtered list followed by mail: one letter a period, and none where nobody is new."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from cluster.accounts.my_space import known_of
from cluster.accounts.privacy import delete_everything
from directory.following import lists
from directory.models import FollowedList
from tests.factories.directory import branch, profile
from tests.factories.members import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
NEW = "/me/following/new/?branch=design"
MONDAY = dt.datetime(2026, 5, 4, 7, 0, tzinfo=dt.UTC)


@pytest.fixture
def at(time_machine):
    """Moves to so many days after a Monday."""
    return lambda days: time_machine.move_to(MONDAY + dt.timedelta(days=days), tick=False)


@pytest.fixture
def member(client, at):
    """Follows the designers since Monday."""
    at(0)
    profile("Before", branches=[branch()])
    at(0.1)
    member = MemberFactory(email="ada@example.org", language="en")
    client.force_login(member)
    client.cookies["django_language"] = "en"
    client.post(NEW, {"every": "week"})
    return member


def letters():
    call_command("send_digests")
    found, mail.outbox[:] = list(mail.outbox), []
    return found


def test_a_letter_names_who_is_new_once_the_week_is_over(member, at):
    at(1)
    profile("Anna", headline="Posters", branches=[branch()])
    profile("Not a designer")
    assert letters() == []

    at(7)
    profile("After", branches=[branch()])
    [letter] = letters()

    assert letter.to == ["ada@example.org"]
    assert letter.subject == "New in the directory: Design"
    assert "Anna\nPosters\nhttp" in letter.body
    assert not re.search("Before|After|Not a designer", letter.body)
    assert letter.extra_headers["List-Unsubscribe"].strip("<>") in letter.body
    assert letters() == []

    at(14)
    [second] = letters()
    assert "After" in second.body
    assert "Anna" not in second.body


def test_nothing_is_sent_where_nobody_is_new_or_the_account_is_closed(member, at):
    at(7)
    assert letters() == []

    profile("Anna", branches=[branch()])
    type(member).objects.update(is_active=False)
    at(14)
    assert letters() == []


def test_what_breaks_off_half_way_is_told_later_and_once(member, at, monkeypatch):
    other = MemberFactory(email="bo@example.org", language="en")
    FollowedList.objects.create(member=other, query="branch=design")
    at(1)
    profile("Anna", branches=[branch()])
    at(7)

    def broken(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(mail.EmailMessage, "send", broken)
        with pytest.raises(KeyboardInterrupt):
            call_command("send_digests")
    sent = letters() + letters()

    assert sorted(letter.to[0] for letter in sent) == ["ada@example.org", "bo@example.org"]


def test_a_letter_that_cannot_leave_keeps_no_other_back_and_is_due_again(member, at, monkeypatch):
    other = MemberFactory(email="bo@example.org", language="en")
    FollowedList.objects.create(member=other, query="branch=design")
    at(1)
    profile("Anna", branches=[branch()])
    at(7)
    send = mail.EmailMessage.send

    def down_for_ada(self, **options):
        if self.to == ["ada@example.org"]:
            raise ConnectionRefusedError
        return send(self, **options)

    with monkeypatch.context() as patch:
        patch.setattr(mail.EmailMessage, "send", down_for_ada)
        with pytest.raises(CommandError, match="1 mails could not"):
            call_command("send_digests")

    assert [letter.to for letter in mail.outbox] == [["bo@example.org"]]
    mail.outbox.clear()
    assert [letter.to for letter in letters()] == [["ada@example.org"]]


def test_daily_letters_come_daily(member, at):
    FollowedList.objects.update(every="day")
    at(1)
    profile("Anna", branches=[branch()])
    at(2)

    assert len(letters()) == 1
    assert letters() == []


def test_a_list_whose_filter_is_gone_tells_nothing(member, at):
    FollowedList.objects.update(query="branch=design&skill=gone")
    at(1)
    profile("Anna", branches=[branch()])
    at(7)

    assert letters() == []


def test_the_link_in_a_letter_stops_it_without_logging_in(member, at, client):
    at(1)
    profile("Anna", branches=[branch()])
    at(7)
    stop = letters()[0].extra_headers["List-Unsubscribe"].strip("<>")
    client.logout()

    assert "Design" in client.get(stop).text
    assert FollowedList.objects.exists()
    after = client.post(stop, follow=True)

    assert "No more letters come" in after.text
    assert not FollowedList.objects.exists()


def test_a_mail_program_stops_it_by_its_own_button(member, at):
    at(1)
    profile("Anna", branches=[branch()])
    at(7)
    headers = letters()[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    program = Client(enforce_csrf_checks=True)
    stop = headers["List-Unsubscribe"].strip("<>")

    assert program.post(stop, {"anything": "else"}).status_code == 403
    assert FollowedList.objects.exists()
    assert program.post(stop, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not FollowedList.objects.exists()


def test_the_same_list_is_followed_once_however_it_is_written(member, client):
    client.post(f"{NEW}&sort=name&page=3&unknown=1", {"every": "day"})

    followed = FollowedList.objects.get()
    assert (followed.query, followed.every) == ("branch=design", "day")
    client.get("/me/")  # leads to the first step of a profile, once
    page = client.get("/me/").text
    assert "Lists I follow" in page
    assert "/en/directory/?branch=design&amp;sort=recent" in page
    client.post(f"/me/following/{followed.pk}/")
    assert not FollowedList.objects.exists()


def test_so_many_lists_can_be_followed_and_no_unfiltered_one(member, client, monkeypatch):
    monkeypatch.setattr(lists, "MAX_FOLLOWED", 1)

    full = client.post("/me/following/new/?kind=studio", {"every": "week"})
    unfiltered = client.post("/me/following/new/", {"every": "week"})

    assert "You follow ten lists already." in full.text
    assert "Choose what you are looking for first" in unfiltered.text
    assert FollowedList.objects.count() == 1


def test_a_filter_too_long_to_be_kept_is_refused(member, client):
    # Each of these letters is nine characters in an address.
    answer = client.post("/me/following/new/", {"every": "week"}, query_params={"q": "日" * 200})

    assert answer.status_code == 422
    assert "Please choose less." in answer.text
    assert FollowedList.objects.count() == 1


def test_a_filtered_list_leads_there_and_the_whole_one_does_not(client):
    profile("Anna", branches=[branch()])

    assert (
        'href="/me/following/new/?branch=design"' in client.get("/en/directory/?branch=design").text
    )
    assert "/me/following/" not in client.get("/en/directory/").text


def test_what_is_followed_is_the_members_to_take_along_and_goes_with_them(member):
    data = {part.name: part.data for part in known_of(member)}["followed_lists"]
    assert [one["query"] for one in data] == ["branch=design"]

    delete_everything(member)
    assert not FollowedList.objects.exists()
