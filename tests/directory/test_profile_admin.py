"""The editors' lists, form and comparison of profiles."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image
from wagtail.blocks import StreamValue

from cluster.media.pictures import keep_picture
from directory import membership
from directory.models import Branch, ProfilePage, ProfileText, Realisation
from tests.factories.directory import branch
from tests.factories.members import MemberFactory, confirmed_profile, ready_profile

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary files of several renditions made at once to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def page_at(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def rows(client, address):
    table = page_at(client, address).select_one("table.listing")
    return [
        [" ".join(cell.text.split()) for cell in row.select("td")]
        for row in table.select("tbody tr")
    ]


def with_picture(title):
    file = BytesIO()
    Image.new("RGB", (60, 40)).save(file, "PNG")
    image = keep_picture(ContentFile(file.getvalue(), "p.png"), alt=title)
    image.contextual_alt_text, image.decorative = title, False
    work = Realisation(title=title)
    work.images = StreamValue(work.images.stream_block, [("image", image, None)])
    return work


def test_the_list_says_state_branches_and_place_of_drafts_too(client, editor):
    people = [MemberFactory() for _number in range(3)]
    confirmed_profile(people[0], editor, name="Ada Lux")
    membership.submit(ready_profile(people[1], name="Bo Lux"), by=people[1])
    ready_profile(people[2], name="Cy Lux")
    with membership.editing(people[2]) as draft:
        draft.kind, draft.locality, draft.location = "studio", "Wiltz", ""
        draft.branches = [branch(), branch("music", 2, en="Music")]
        membership.save_draft(draft, by=people[2])

    found = {row[1].split(" ")[0]: row[2:6] for row in rows(client, "/admin/profiles/")}

    esch = "Esch-sur-Alzette, Esch-sur-Alzette"
    assert found == {
        "Ada": ["Public", "Design", "Freelancer", esch],
        "Bo": ["Waiting for review", "Design", "Freelancer", esch],
        "Cy": ["Draft", "Design, Music", "Studio or company", "Wiltz, Wiltz"],
    }


def test_words_are_listed_with_how_many_public_profiles_have_them(client, editor):
    confirmed_profile(MemberFactory(), editor, skills=["Maps", "Oboe"])
    confirmed_profile(MemberFactory(), editor, skills=["Oboe"])
    ready_profile(MemberFactory(), skills=["Secret"])

    skills = rows(client, reverse("wagtailsnippets_directory_skill:list"))
    branches = rows(client, reverse("wagtailsnippets_directory_branch:list"))

    assert [(row[1].split(" ")[0], row[-1]) for row in skills] == [
        ("Oboe", "2"),
        ("Maps", "1"),
        ("Secret", "0"),
    ]
    assert [(row[2], row[-1]) for row in branches] == [("fr: Design · en: Design", "2")]


def test_the_form_has_a_tab_for_each_concern_and_takes_comments(client, editor):
    page = confirmed_profile(MemberFactory(), editor)

    form = page_at(client, reverse("wagtailadmin_pages:edit", args=[page.pk]))

    tabs = [next(tab.stripped_strings) for tab in form.select("[role=tab]")]
    assert tabs == ["Profile", "Work", "Place", "Private and state"]
    assert form.select_one("[name=comment_notifications]")


def test_the_form_never_saves_by_itself(client, editor):
    """It would race with an approval, and put the page back as it was before."""
    page = confirmed_profile(MemberFactory(), editor)

    form = page_at(client, reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert form.select("form[data-controller~=w-autosave]") == []


def test_a_comparison_names_every_kind_of_field_that_changed(client, editor):
    member = MemberFactory()
    page = confirmed_profile(member, editor, skills=["Maps"])
    before = ProfilePage.objects.get(pk=page.pk).live_revision_id
    with membership.editing(member) as draft:
        draft.title = "Studio Lux"
        draft.languages = ["fr", "de"]
        draft.availability = "limited"
        draft.branches = [*draft.branches.all(), branch("music", 2, en="Music")]
        draft.skills.set(["Maps", "Oboe"])
        draft.texts = [*draft.texts.all(), ProfileText(language="de", headline="Karten")]
        draft.realisations = [with_picture("Town hall")]
        membership.save_draft(draft, by=member)
    between = ProfilePage.objects.get(pk=page.pk).live_revision_id
    with membership.editing(member) as draft:
        [work] = draft.realisations.all()
        work.images = with_picture("Another hall").images
        draft.realisations = [work]
        membership.save_draft(draft, by=member)
    after = ProfilePage.objects.get(pk=page.pk).live_revision_id

    first = named(client, page, before, between)
    second = named(client, page, between, after)

    assert first == {
        "Title",
        "Texts",
        "Branches",
        "Skills",
        "Languages spoken",
        "Availability",
        "Realisations",
    }
    assert second == {"Realisations"}


def named(client, page, before, after):
    address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, before, after])
    labels = page_at(client, address).select("table.listing td.title")
    return {label.text.strip().rstrip(":") for label in labels}


def test_profiles_that_wait_are_listed_once(client, editor):
    member = MemberFactory()
    membership.submit(ready_profile(member), by=member)

    page = page_at(client, "/admin/")

    edit = reverse("wagtailadmin_pages:edit", args=[ProfilePage.objects.get().pk])
    assert len(page.select(f'main a[href="{edit}"]')) == 1


def test_history_of_a_profile_answers(client, editor):
    page = confirmed_profile(MemberFactory(), editor)

    page_at(client, reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert Branch.objects.count() == 1
