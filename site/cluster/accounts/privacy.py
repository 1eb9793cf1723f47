"""Take everything, leave nothing."""

import json
import zipfile
from io import BytesIO

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import override

from .mail import send
from .models import User
from .my_space import forget, known_of


def archive(user: User) -> bytes:
    """A ZIP of `data.json`, one object per part of the site, and the member's files."""
    parts = list(known_of(user))
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as pack:
        everything = {part.name: part.data for part in parts}
        pack.writestr(
            "data.json",
            json.dumps(everything, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2),
        )
        for part in parts:
            for name, content in part.files.items():
                pack.writestr(f"{part.name}/{name}", content)
    return target.getvalue()


def delete_everything(user: User) -> None:
    """The account and all that any app keeps of it; a last mail says that it is done."""
    email, language = user.email, user.language
    with transaction.atomic():
        forget(user)
        user.delete()
    with override(language):
        context = {"site_name": settings.WAGTAIL_SITE_NAME, "base_url": settings.BASE_URL}
        subject = render_to_string("account/email/account_deleted_subject.txt", context)
        text = render_to_string("account/email/account_deleted_message.txt", context)
    send.enqueue(subject=subject, text=text.strip(), to=email)
