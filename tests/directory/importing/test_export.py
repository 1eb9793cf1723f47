"""Profiles leave with the columns they come in by."""

import csv
import io

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override
from openpyxl import load_workbook

from cluster.core.spreadsheet import encoded
from directory.importing.columns import COLUMNS, guess
from directory.importing.exporting import table_of, template
from directory.importing.plan import plan
from directory.importing.table import read_table
from directory.importing.writing import carry_out
from directory.models import Branch, ProfileLink, ProfilePage, ProfileText
from tests.factories.directory import ESCH, OFF_CENTRE, profile, skill
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def profiles(directory):
    """Of every kind: public, draft, a member's, exact, in three languages, with a formula."""
    texts = [ProfileText(language=code, headline=code, body="a\\n\\nb;c") for code in ("fr", "de")]
    branches = list(Branch.objects.filter(slug__in=("communication", "architecture")))
    profile("=1+1", texts=texts, branches=branches, skills=[skill("3D"), skill("Dessin")])
    profile("Exact", precision="exact", point=OFF_CENTRE, locality="Esch-sur-Alzette")
    profile("Centre", precision="exact", point=ESCH.point, locality="Esch-sur-Alzette")
    profile("Nowhere", precision="exact", languages=["de", "lb"])
    profile("Hidden point", point=OFF_CENTRE, locality="Esch-sur-Alzette", draft=True)
    profile("Kept", member=MemberFactory(), languages=["lb", "fr"], kind="institution")
    profile(
        "Links",
        availability="limited",
        contact_email="Links@Example.org",
        links=[
            ProfileLink(url="https://a.example/;x"),
            ProfileLink(url="https://b.example", label="B"),
        ],
    )


def exported(*, labels):
    pks = list(ProfilePage.objects.order_by("pk").values_list("pk", flat=True))
    return table_of(pks, labels=labels)


@pytest.mark.parametrize("format", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["fr", "en", "de", "lb"])
def test_what_was_exported_and_is_imported_changes_nothing(profiles, format, language):
    ProfilePage.objects.filter(title="Links").update(locality="Esch-sur-Alzette")
    before = list(ProfilePage.objects.order_by("pk").values())
    with override(language):
        table = read_table(encoded(exported(labels=True), format))

    verdicts = carry_out(lambda: plan(table, guess(table.headings)), by=None)

    assert {one.name: (str(one.outcome), one.changes) for one in verdicts} == {
        "=1+1": ("unchanged", {}),
        "Exact": ("unchanged", {}),
        "Centre": ("unchanged", {}),
        "Nowhere": ("unchanged", {}),
        "Hidden point": ("unchanged", {}),
        "Kept": ("skipped", {}),
        "Links": ("unchanged", {}),
    }
    assert list(ProfilePage.objects.order_by("pk").values()) == before


def test_a_formula_is_a_text_for_whoever_opens_the_file(profiles):
    rows = list(csv.reader(io.StringIO(encoded(exported(labels=False), "csv").decode("utf-8-sig"))))
    book = load_workbook(io.BytesIO(encoded(exported(labels=False), "xlsx")))

    assert rows[1][1] == "'=1+1"
    assert (book.active["B2"].value, book.active["B2"].data_type) == ("=1+1", "s")


@pytest.mark.parametrize("language", ["fr", "en", "de", "lb"])
def test_the_example_can_be_imported_as_it_is(directory, language):
    with override(language):
        table = read_table(encoded(template(), "xlsx"))

    assert guess(table.headings) == [column.name for column in COLUMNS]
    [verdict] = plan(table, guess(table.headings))
    assert (str(verdict.outcome), verdict.reason) == ("created", "")


@pytest.mark.parametrize(("many", "queries"), [(1, 8), (3, 8)])
def test_an_export_asks_the_same_for_one_and_for_three(
    directory, django_assert_num_queries, many, queries
):
    for number in range(many):
        profile(f"Ada {number}", skills=[skill("3D")])

    with django_assert_num_queries(queries):
        assert len(list(exported(labels=False))) == many + 1


def test_the_command_writes_every_profile_by_the_ending_of_the_name(profiles, tmp_path):
    for name in ("all.csv", "all.xlsx"):
        call_command("export_profiles", tmp_path / name)
        assert len(read_table((tmp_path / name).read_bytes()).rows) == 7

    with pytest.raises(CommandError, match=r"must end in .csv or .xlsx"):
        call_command("export_profiles", tmp_path / "all.txt")
    with pytest.raises(CommandError, match="No such file or directory"):
        call_command("export_profiles", tmp_path / "nowhere" / "all.csv")
