"""An editor brings a file in: columns, report, yes."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from directory.importing.table import read_table
from directory.models import ProfileImport, ProfileOrigin, ProfilePage
from tests.factories.directory import profile
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db
IMPORT = "/admin/profiles/import/"
FILE = "Nom;Ville;Courriel;Truc\nAda;Esch;ada@example.org;x\nBo;Atlantis;;\n"


@pytest.fixture
def editor(directory, client):
    editor = MemberFactory(editor=True)
    client.force_login(editor)
    client.cookies["django_language"] = "en"
    return editor


def sent(client, text=FILE, name="people.csv"):
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, text.encode())})


@pytest.fixture
def job(editor, client):
    sent(client)
    return ProfileImport.objects.get()


def url(job):
    return f"{IMPORT}{job.pk}/"


def chosen(**columns):
    return {f"column_{place}": name for place, name in columns.items()}


COLUMNS = {"column_0": "name", "column_1": "locality", "column_2": "email", "column_3": ""}


@pytest.fixture
def examined(job, client):
    client.post(url(job), COLUMNS)
    job.refresh_from_db()
    return job


def page_of(response):
    return BeautifulSoup(response.content, "html.parser")


def test_a_file_is_kept_and_its_columns_are_guessed(job, client):
    page = page_of(client.get(url(job)))

    chosen = [select.select_one("[selected]")["value"] for select in page.select("select")]
    assert (job.file_name, chosen) == ("people.csv", ["name", "locality", "email", ""])
    assert "Ada · Bo" in page.text


@pytest.mark.parametrize(
    ("text", "says"),
    [("", "The submitted file is empty."), ("name\n", "a first row with headings is needed")],
)
def test_a_file_that_cannot_be_read_is_refused_beside_its_field(editor, client, text, says):
    assert says in sent(client, text).text
    assert not ProfileImport.objects.exists()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"column_0": ""}, "Say which column holds the names."),
        ({"column_3": "email"}, "is chosen twice. Leave one out."),
        ({"column_3": "nonsense"}, "Select a valid choice."),
    ],
)
def test_columns_that_cannot_be_are_refused(job, client, change, says):
    assert says in client.post(url(job), {**COLUMNS, **change}).text
    job.refresh_from_db()
    assert job.state == "choosing"


def test_the_report_says_of_every_row_what_would_happen(examined, client):
    page = page_of(client.get(url(examined)))

    rows = [[cell.text.strip() for cell in row.select("td")] for row in page.select("tbody tr")]
    assert [row[:3] for row in rows] == [
        ["2", "Ada", "New profile"],
        ["3", "Bo", "To be corrected"],
    ]
    assert "Atlantis" in rows[1][3]
    assert ProfilePage.objects.count() == 0
    assert len(page_of(client.get(f"{url(examined)}?outcome=faulty")).select("tbody tr")) == 1


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_the_report_and_the_example_can_be_downloaded(examined, client, format):
    report = client.get(reverse("profile_import_report", args=[examined.pk, format]))
    example = client.get(reverse("profile_import_example", args=[format]))

    assert [row[1][1] for row in read_table(report.content).rows] == ["Ada", "Bo"]
    assert read_table(example.content).headings[1] == "Name"
    for name, args in (("report", [examined.pk]), ("example", [])):
        wrong = reverse(f"profile_import_{name}", args=[*args, "exe"])
        assert client.get(wrong).status_code == 404


def test_what_is_in_the_report_is_what_happens(examined, client, editor):
    client.post(reverse("profile_import_confirm", args=[examined.pk]))

    examined.refresh_from_db()
    page = ProfilePage.objects.get()
    assert (page.title, page.live, page.owner) == ("Ada", False, editor)
    assert (examined.state, examined.rows) == ("done", [])
    assert [line["page"] for line in examined.report] == [page.pk, None]
    assert mail.outbox == []


def test_two_clicks_import_once(examined, client):
    for _time in range(2):
        client.post(reverse("profile_import_confirm", args=[examined.pk]))

    assert ProfilePage.objects.count() == 1


def test_what_changed_since_the_report_is_reported_anew_and_not_written(examined, client):
    profile("Ada", contact_email="ada@example.org", member=MemberFactory())

    shown = client.post(reverse("profile_import_confirm", args=[examined.pk]), follow=True)

    examined.refresh_from_db()
    assert "The directory has changed meanwhile." in shown.text
    assert (examined.state, examined.report[0]["outcome"]) == ("examined", "skipped")
    assert ProfilePage.objects.count() == 1


def test_those_imported_can_be_invited_at_once(
    examined, client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("profile_import_confirm", args=[examined.pk]), {"invite": "on"})

    assert [message.to for message in mail.outbox] == [["ada@example.org"]]
    done = client.get(url(examined))
    assert "1 person is invited by mail to take over their profile." in done.text
    listed = page_of(done).find("a", string="See them in the list")["href"]
    assert listed == "/admin/profiles/?imported=invited"
    assert "Ada" in client.get(listed).text


def test_work_under_way_shows_how_far_it_is_and_lost_work_can_begin_again(examined, client):
    ProfileImport.objects.update(state="importing", started_at=timezone.now())
    shown = client.get(url(examined))
    assert page_of(shown).select_one("progress")
    assert shown["Refresh"] == "2"

    ProfileImport.objects.update(started_at=timezone.now() - dt.timedelta(hours=1))
    assert page_of(client.get(url(examined))).select("select")
    client.post(url(examined), COLUMNS)
    examined.refresh_from_db()
    assert examined.state == "examined"


def test_a_file_can_be_forgotten_and_what_it_brought_stays(examined, client):
    client.post(reverse("profile_import_confirm", args=[examined.pk]))
    client.post(reverse("profile_import_discard", args=[examined.pk]))

    assert (ProfileImport.objects.count(), ProfilePage.objects.count()) == (0, 1)


@pytest.mark.parametrize(("many", "queries"), [(1, 11), (3, 11)])
def test_a_report_costs_the_same_for_one_row_and_for_three(
    editor, client, django_assert_num_queries, many, queries
):
    sent(client, "name\n" + "".join(f"Ada {number}\n" for number in range(many)))
    job = ProfileImport.objects.get()
    client.post(url(job), {"column_0": "name"})
    client.get(url(job))

    with django_assert_num_queries(queries):
        assert len(page_of(client.get(url(job))).select("tbody tr")) == many


def test_the_list_leads_to_the_import_and_downloads_all_columns_as_it_is_narrowed(editor, client):
    profile("Ada", kind="studio", contact_email="ada@example.org")
    profile("Bo")
    shown = page_of(client.get("/admin/profiles/?kind=studio"))
    links = {link["href"] for link in shown.select("a[href]")}

    [whole] = [link for link in links if "columns=all" in link and "csv" in link]
    table = read_table(client.get(whole).content)

    assert IMPORT in links
    assert [row[1][1] for row in table.rows] == ["Ada"]
    assert "ada@example.org" in table.rows[0][1]
    assert not ProfileOrigin.objects.exists()
