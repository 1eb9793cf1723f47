import pytest
from playwright.sync_api import expect

from tests.factories.resources import ChecklistPageFactory, item

pytestmark = [pytest.mark.browser, pytest.mark.once]

ADDRESS = "/fr/ressources/marches/"


def test_ticks_survive_a_reload_and_are_counted(phone, tree_on_disk):
    ChecklistPageFactory(slug="marches", items=[item("Publier"), item("Payer")])
    phone.goto(ADDRESS)

    phone.get_by_label("Payer").check()
    phone.reload()

    assert phone.get_by_label("Payer").is_checked()
    assert not phone.get_by_label("Publier").is_checked()
    assert phone.locator("[data-count]").text_content() == "1 / 2"


def test_without_scripts_the_list_still_chooses_and_ticks(open_page):
    ChecklistPageFactory(
        slug="marches", items=[item("Publier", doors=["launch"]), item("Payer", doors=["answer"])]
    )
    page = open_page(java_script_enabled=False)
    page.goto(ADDRESS)

    page.locator("[name=door]").select_option("answer")
    page.locator(".filters button").click()

    expect(page.locator(".checklist__item label")).to_have_text(["Payer"])
    page.get_by_label("Payer").check()
    assert page.locator("[data-progress]").is_hidden()


def test_the_list_and_its_ticks_are_there_without_a_network(phone, tree_on_disk):
    ChecklistPageFactory(slug="marches", items=[item("Publier"), item("Payer")])
    phone.goto(ADDRESS)
    kept = "async () => (await (await caches.open('checklist-1')).keys()).length > 3"
    phone.wait_for_function(kept)
    phone.get_by_label("Payer").check()

    phone.context.set_offline(True)
    phone.reload()
    reloaded = phone.locator("[data-count]").text_content()
    phone.goto(f"{ADDRESS}?door=launch")

    assert reloaded == "1 / 2"
    assert phone.get_by_label("Payer").is_checked()
