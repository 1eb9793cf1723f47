import pytest

from cluster.media.models import CustomDocument, CustomImage

from .files import PDF, picture, upload

pytestmark = pytest.mark.django_db


# Wagtail leaves the temporary file of a rendition to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_picture_is_served_as_what_it_is_and_may_be_kept(client):
    image = CustomImage.objects.create(title="A", file=upload(picture(), "a.jpg"))
    rendition = image.get_rendition("width-10|format-avif")

    original, small = client.get(image.file.url), client.get(rendition.url)

    assert original["Content-Type"] == "image/jpeg"
    assert small["Content-Type"] == "image/avif"
    for response in (original, small):
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "default-src 'none'"
        assert response["Cache-Control"] == "public, max-age=2592000"
        assert b"".join(response)


def test_a_document_is_downloaded_and_only_through_its_own_address(client):
    document = CustomDocument.objects.create(title="A", file=upload(PDF, "a.pdf"))

    response = client.get(document.url)

    assert response["Content-Disposition"].startswith("attachment")
    assert b"".join(response) == PDF
    assert response["X-Content-Type-Options"] == "nosniff"
    assert client.get(f"/media/{document.file.name}", follow=True).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "images/",
        "original_images",
        "../manage.py",
        "images/../../manage.py",
        "images/a.html",
        "/",
        ".",
        f"images/{'a' * 300}.png",
    ],
)
def test_nothing_else_lies_open(client, path):
    assert client.get(f"/media/{path}", follow=True).status_code == 404
