"""An address fills the form in beforehand; it saves nothing and breaks nothing."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from directory.opportunities.models import OpportunityPage
from tests.factories.directory import skill
from tests.factories.members import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
ASKED = "kind=collaboration&skill=dessin&skill=son&locality=esch"


def form_at(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "html.parser")


def test_a_member_finds_what_the_link_asked_for_after_logging_in(client: Client):
    skill("Dessin")
    member = MemberFactory()
    asked = f"/opportunities/new/?{ASKED}&lang=fr"

    to_log_in = client.get(f"/me/opportunities/new/?{ASKED}")["Location"]
    client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
    to_member = client.get(asked)["Location"]
    page = form_at(client, to_member)

    assert "skill%3Ddessin%26skill%3Dson" in to_log_in
    assert to_member == f"/me/opportunities/new/?{ASKED}&lang=fr"
    assert page.select_one("[name=kind][checked]")["value"] == "collaboration"
    assert page.select_one("[name=skills]")["value"] == "Dessin"
    assert page.select_one("[name=locality]")["value"] == "Esch-sur-Alzette"
    assert OpportunityPage.objects.count() == 0


@pytest.mark.parametrize(
    "query",
    [
        "kind=slavery&skill=telepathy&locality=Atlantis",
        "kind=%00&skill=%00&locality=%00",
        f"kind={'x' * 3000}&skill={'y' * 3000}&locality={'z' * 3000}",
        "skill=%27%22%3Cscript%3E&title=Mine&client_email=a@example.org",
    ],
)
def test_what_cannot_be_filled_in_is_said_and_left_out(client: Client, query):
    page = form_at(client, f"/opportunities/new/?lang=en&{query}")

    assert "was ignored" in page.select_one(".message--warning").text
    assert page.select("[name=kind][checked]") == []
    assert [page.select_one(f"[name={name}]").get("value", "") for name in ("skills", "title")] == [
        "",
        "",
    ]
    assert not page.select_one("[name=client_email]").get("value")


def test_a_skill_whose_name_has_a_comma_is_filled_in_as_one(client: Client):
    written = skill("Son, musique")

    page = form_at(client, f"/opportunities/new/?skill={written.slug}")

    assert page.select_one("[name=skills]")["value"] == written.slug
