"""An imported draft is what Wagtail would have made of it, and nobody finds it."""

import pytest
from django.test import Client
from wagtail.models import Page, PageLogEntry
from wagtail.search.backends import get_search_backend

from directory.importing.columns import guess
from directory.importing.plan import plan
from directory.importing.table import read_table
from directory.importing.writing import carry_out
from directory.models import ProfileListing, ProfilePage, Skill
from tests.factories.directory import skill
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db
FILE = """name;kind;headline_fr;headline_en;text_en;branches;skills;locality;languages;links;email
Ada Lux;studio;Cartes;Maps;I draw them.;Design;oboe, Drawing;Esch;fr, de;https://ada.example;ada@example.org
Ada Lux;;;;;;;;;;other@example.org
"""


def test_it_has_all_that_its_row_says(bring_in):
    known = skill("Dessin", en="Drawing")
    bring_in(FILE)

    page = ProfilePage.objects.get(contact_email="ada@example.org")

    for one in (page, page.get_latest_revision_as_object()):
        assert (one.title, one.kind, one.locality) == ("Ada Lux", "studio", "Esch-sur-Alzette")
        assert (one.live, one.precision, one.languages) == (False, "locality", ["fr", "de"])
        assert {text.language: (text.headline, text.body) for text in one.texts.all()} == {
            "fr": ("Cartes", ""),
            "en": ("Maps", "I draw them."),
        }
        assert [branch.slug for branch in one.branches.all()] == ["design"]
        assert {skill.name for skill in one.skills.all()} == {"oboe", "Dessin"}
        assert [link.url for link in one.links.all()] == ["https://ada.example"]
        assert one.location.startswith("SRID=4326;POINT(5.98")
    assert Skill.objects.count() == 2
    assert known in page.skills.all()


def test_the_tree_holds_and_each_has_a_revision_and_a_history(bring_in):
    editor = MemberFactory(editor=True)
    bring_in(FILE, by=editor)
    bring_in("name\nBo\n")

    assert Page.find_problems() == ([], [], [], [], [])
    assert [page.slug for page in ProfilePage.objects.order_by("path")] == [
        "ada-lux",
        "ada-lux-2",
        "bo",
    ]
    ada = ProfilePage.objects.get(slug="ada-lux")
    assert ada.latest_revision == ada.revisions.get()
    assert PageLogEntry.objects.get(page=ada.pk).user == editor
    found = get_search_backend().search("Lux", ProfilePage.objects.all())
    assert {page.slug for page in found} == {"ada-lux", "ada-lux-2"}


def test_nobody_finds_it_before_an_editor_publishes_it(bring_in, client):
    bring_in(FILE)
    page = ProfilePage.objects.get(slug="ada-lux")

    assert not ProfileListing.objects.exists()
    assert Client().get("/fr/annuaire/ada-lux/").status_code == 404

    page.get_latest_revision().publish(user=MemberFactory(editor=True))
    shown = Client().get("/fr/annuaire/ada-lux/")
    assert "Cartes" in shown.text
    assert "ada@example.org" not in shown.text


def test_an_editor_opens_and_saves_it_in_the_admin(bring_in, client):
    bring_in(FILE)
    client.force_login(MemberFactory(editor=True))
    page = ProfilePage.objects.get(slug="ada-lux")

    assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    assert "imported" in client.get("/admin/profiles/?imported=uninvited&lang=en").text.lower()


def test_a_failure_after_the_last_row_leaves_nothing(directory):
    table = read_table(FILE.encode())

    def fail(done, total):
        raise OSError("nobody listens")

    with pytest.raises(OSError, match="nobody listens"):
        carry_out(lambda: plan(table, guess(table.headings)), by=None, tell=fail)

    assert (ProfilePage.objects.count(), Skill.objects.count()) == (0, 0)


def test_a_name_that_is_an_address_of_the_site_gets_another(bring_in):
    bring_in("name;headline_fr\nSelection;Choix\nSérigraphie;Encres\n")

    assert {page.slug for page in ProfilePage.objects.all()} == {"selection-2", "serigraphie"}
    page = ProfilePage.objects.get(slug="selection-2")
    page.get_latest_revision().publish(skip_permission_checks=True)
    assert ProfileListing.objects.get().slug == "selection-2"
