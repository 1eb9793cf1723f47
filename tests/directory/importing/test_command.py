"""`manage.py import_profiles`."""

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from directory.importing.table import read_table
from directory.models import ProfilePage

pytestmark = pytest.mark.django_db
FILE = "Prénom et nom;Ville;Courriel\nAda;Esch;ada@example.org\nBo;Atlantis;\n"


@pytest.fixture
def file(directory, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(FILE, encoding="cp1252")
    return path


@pytest.fixture
def run(file, capsys):
    def of(*options):
        call_command("import_profiles", file, "--language=en", *options)
        return capsys.readouterr().out

    return of


NAMES = "--map=Prénom et nom=name"


def test_a_dry_run_reports_and_writes_nothing(run, tmp_path):
    said = run(NAMES, "--dry-run", f"--report={tmp_path / 'report.csv'}")

    assert "3  Bo: Locality: “Atlantis” is not in the list of places." in said
    assert "1 New profile" in said
    assert "1 To be corrected" in said
    assert ProfilePage.objects.count() == 0
    report = read_table((tmp_path / "report.csv").read_bytes())
    assert [row[1][:3] for row in report.rows] == [
        ["2", "Ada", "New profile"],
        ["3", "Bo", "To be corrected"],
    ]


def test_the_rows_that_are_right_are_imported(run):
    run(NAMES)

    page = ProfilePage.objects.get()
    assert (page.title, page.locality, page.live) == ("Ada", "Esch-sur-Alzette", False)
    assert mail.outbox == []


def test_a_heading_can_be_given_another_meaning_or_none(run):
    said = run(NAMES, "--map=Ville=", "--map=Courriel=reference")

    assert "Ville → (left out)" in said
    assert [page.locality for page in ProfilePage.objects.order_by("title")] == ["", ""]


def test_those_imported_can_be_invited_once(run, django_capture_on_commit_callbacks):
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            run(NAMES, "--invite")

    assert [message.to for message in mail.outbox] == [["ada@example.org"]]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--map=Ville=city"], "the columns are reference, name"),
        (["--map=Town=locality"], "the file has Prénom et nom, Ville, Courriel"),
        (["--map=Prénom et nom="], "No heading says where the names are"),
        (["--report=report.doc"], "must end in .csv or .xlsx"),
    ],
)
def test_what_cannot_be_done_is_said(run, options, says):
    with pytest.raises(CommandError, match=says):
        run(*options)
    assert ProfilePage.objects.count() == 0


def test_a_file_that_cannot_be_read_is_an_error(directory, tmp_path):
    (tmp_path / "empty.csv").write_text("")

    for name, says in (("none.csv", "No such file"), ("empty.csv", "headings is needed")):
        with pytest.raises(CommandError, match=says):
            call_command("import_profiles", tmp_path / name, "--language=en")
