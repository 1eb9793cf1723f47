from pathlib import Path
from secrets import token_urlsafe

from django.core.files.base import File
from wagtail.models import Collection, CollectionViewRestriction

from .models import CustomImage
from .uploads import clean_upload

MEMBERS_COLLECTION = "Members' pictures"


def keep_picture(file: File, *, alt: str, by=None, credit: str = "") -> CustomImage:
    """Stores a picture of a member's; `alt` is what it shows, `by` the user who sent it.

    Raises ValidationError where `file` is no picture; a `PictureField` has checked it already.
    """
    cleaned = clean_upload(file)
    title = alt or Path(str(cleaned.name)).stem
    # Pictures of drafts are served too: what a file was called at home must not lead to them.
    cleaned.name = f"{token_urlsafe(16)}{Path(str(cleaned.name)).suffix}"
    image = CustomImage(
        title=title[:255],
        description=alt[:255],
        credit=credit,
        file=cleaned,
        uploaded_by_user=by,
        collection=members_collection(),
    )
    image.save()
    return image


def members_collection() -> Collection:
    """Apart from the editors' own, so that their choosers are not flooded; and restricted, so that
    Wagtail's API lists no picture of a profile that is not public yet."""
    found = Collection.objects.filter(name=MEMBERS_COLLECTION).first()
    if found:
        return found
    collection = Collection.get_first_root_node().add_child(name=MEMBERS_COLLECTION)
    CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    return collection
