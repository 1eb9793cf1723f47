"""Whichever way a file comes in, the same check stands in it."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from cluster.media.forms import PictureForm
from cluster.media.models import CustomDocument, CustomImage
from cluster.media.pictures import MEMBERS_COLLECTION, keep_picture

from .files import GPS, PDF, photo_of_home, picture, upload

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary files of renditions to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def package(*names):
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return content.getvalue()


DOCX = package("[Content_Types].xml", "word/document.xml")


def position_in(image):
    with image.file.open("rb") as file:
        return dict(Image.open(file).getexif().get_ifd(GPS))


def test_the_admin_keeps_a_photo_without_its_place(admin_client):
    data = {"title": "Home", "file": upload(photo_of_home(), "home.jpg"), "collection": 1}
    data["description"] = "A house"
    response = admin_client.post("/admin/images/add/", data)

    assert response.status_code == 302
    image = CustomImage.objects.get()
    assert position_in(image) == {}
    assert (image.width, image.height) == (20, 40)
    assert image.file_size == image.file.size


def test_the_admin_says_what_a_false_picture_is(admin_client):
    data = {"title": "Home", "file": upload(PDF, "home.jpg"), "collection": 1}
    response = admin_client.post("/admin/images/add/?", data)

    assert response.status_code == 200
    assert CustomImage.objects.count() == 0
    form = response.context["form"]
    assert [error.code for error in form.errors.as_data()["file"]] == ["not_a_picture"]


def test_the_admins_upload_of_many_checks_each(admin_client):
    def send(content, name):
        return admin_client.post(
            "/admin/images/multiple/add/",
            {"files[]": upload(content, name), "title": name, "collection": 1},
            headers={"x-requested-with": "XMLHttpRequest"},
        ).json()

    assert send(photo_of_home(), "home.jpg")["success"] is True
    assert send(PDF, "home.jpg")["success"] is False
    assert [position_in(image) for image in CustomImage.objects.all()] == [{}]


ADDING = {"/admin/images/add/": "", "/admin/images/chooser/create/": "image-chooser-upload-"}


@pytest.mark.parametrize("address", ADDING)
def test_the_admin_asks_what_a_picture_shows(admin_client, address):
    def send(**said):
        file = upload(picture(), "a.jpg")
        sent = {"title": "A", "file": file, "collection": 1, **said}
        return admin_client.post(address, {ADDING[address] + one: sent[one] for one in sent})

    asked_for = "ne fait que décorer." if address.endswith("add/") else r"ne fait que d\u00e9corer."
    assert asked_for in send(description=" ").content.decode()
    assert CustomImage.objects.count() == 0
    send(description="A red door")
    send(description="", decorative="on")
    kept = CustomImage.objects.order_by("pk").values_list("description", "decorative")
    assert list(kept) == [("A red door", False), ("", True)]


def test_the_admins_upload_of_many_asks_of_each_what_it_shows(admin_client):
    file = {"files[]": upload(picture(), "a.jpg"), "title": "A", "collection": 1}
    ajax = {"x-requested-with": "XMLHttpRequest"}
    admin_client.post("/admin/images/multiple/add/", file, headers=ajax)
    pk = CustomImage.objects.get().pk

    def describe(text):
        sent = {"title": "A", "description": text, "collection": 1}
        sent = {f"image-{pk}-{name}": said for name, said in sent.items()}
        return admin_client.post(f"/admin/images/multiple/{pk}/", sent, headers=ajax).json()

    assert describe("")["success"] is False
    assert describe("A red door")["success"] is True
    assert CustomImage.objects.get().description == "A red door"


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_the_admins_page_for_many_files_opens_and_says_how_large_one_may_be(admin_client, kind):
    page = admin_client.get(f"/admin/{kind}/multiple/add/")

    assert page.status_code == 200
    assert page.context["max_filesize"] == 15 * 1024 * 1024
    assert "15" in page.context["error_max_file_size"]


def test_code_cannot_save_a_photo_with_its_place_nor_a_false_picture():
    image = CustomImage.objects.create(title="Home", file=upload(photo_of_home(), "home.jpg"))

    assert position_in(image) == {}
    with pytest.raises(ValidationError) as caught:
        CustomImage.objects.create(title="Home", file=upload(picture("TIFF"), "home.jpg"))
    assert caught.value.code == "not_a_picture"


def test_saving_again_does_not_write_the_file_again():
    image = CustomImage.objects.create(title="A", file=upload(picture(), "a.jpg"))
    name, image.title = image.file.name, "B"
    image.save()

    assert CustomImage.objects.get().file.name == name


def test_a_members_picture_comes_with_what_it_shows(django_user_model):
    member = django_user_model.objects.create_user("anna@example.org", "secret")
    form = PictureForm({"alt": "A red door"}, {"picture": upload(picture(), "door.jpg")})
    assert form.is_valid()

    image = keep_picture(form.cleaned_data["picture"], alt=form.cleaned_data["alt"], by=member)

    assert (image.title, image.description) == ("A red door", "A red door")
    assert (image.uploaded_by_user, image.collection.name) == (member, MEMBERS_COLLECTION)


def test_the_sites_form_asks_for_what_the_picture_shows_and_refuses_a_false_one():
    form = PictureForm({"alt": ""}, {"picture": upload(PDF, "door.png")})

    codes = {name: [one.code for one in found] for name, found in form.errors.as_data().items()}
    assert codes == {"picture": ["not_a_picture"], "alt": ["required"]}


@pytest.mark.parametrize(
    ("content", "name"),
    [(PDF, "a.pdf"), (DOCX, "a.docx"), (b"name;city\nAnna;Esch\n", "a.csv")],
)
def test_a_document_that_holds_what_it_says_is_kept(content, name):
    assert CustomDocument.objects.create(title="A", file=upload(content, name)).pk


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<html><script>alert(1)</script>", "a.pdf"),
        (b"<!doctype html>", "a.txt"),
        (b"<svg onload=alert(1)>", "a.csv"),
        (DOCX, "a.pdf"),
        (DOCX, "a.xlsx"),
        (package("[Content_Types].xml", "word/vbaProject.bin"), "a.docx"),
        (package("other"), "a.odt"),
        (b"MZ\x90\x00\x03", "a.txt"),
        (PDF, "a.html"),
    ],
)
def test_a_document_that_holds_something_else_is_refused(content, name):
    with pytest.raises(ValidationError) as caught:
        CustomDocument.objects.create(title="A", file=upload(content, name))

    assert caught.value.code == "wrong_content"


def test_the_admin_says_what_a_false_document_holds(admin_client):
    data = {"title": "A", "file": upload(DOCX, "a.pdf"), "collection": 1}
    response = admin_client.post("/admin/documents/add/", data)

    error = response.context["form"].errors.as_data()["file"][0]
    assert error.code == "wrong_content"
    assert CustomDocument.objects.count() == 0


def test_what_a_members_file_was_called_leads_nobody_to_it():
    kept = keep_picture(upload(picture(), "my-home.png"), alt="A house")

    assert "my-home" not in kept.file.name
    assert kept.title == "A house"
