"""An invited person makes the profile theirs, or has it deleted."""

from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageLogEntry

from ..listing import project_again
from ..membership import Refused
from ..models import DeclinedInvitation, ProfileImport, ProfileOrigin, ProfilePage

if TYPE_CHECKING:
    from cluster.accounts.models import User


class AnotherAddress(Refused):
    """Who is logged in is not who was invited."""

    def __init__(self) -> None:
        super().__init__([_("This invitation was sent to another address than yours.")])


class HasOne(Refused):
    """A member has one profile."""

    def __init__(self) -> None:
        super().__init__(
            [_("You have a profile already. Have this one deleted, or write to the editors.")]
        )


def is_invited(user: "User", origin: ProfileOrigin) -> bool:
    """Whether the account has proved that it reads the mail of the invited address."""
    proved = EmailAddress.objects.filter(user=user, verified=True)
    return user.is_active and proved.filter(email__iexact=origin.invited_email).exists()


@transaction.atomic
def claim(origin: ProfileOrigin, *, by: "User") -> ProfilePage | None:
    """The profile is the member's from now on, a draft like any other; None where somebody was
    faster. Raises Refused."""
    page = _locked(origin)
    if page is None:
        return None
    if not is_invited(by, origin):
        raise AnotherAddress
    if ProfilePage.objects.filter(member=by).exists():
        raise HasOne
    taken = ProfileOrigin.objects.filter(
        pk=origin.pk, invitation=origin.invitation, claimed_at=None, page__member=None
    ).update(claimed_at=timezone.now(), invitation=None, invited_email="", values={})
    if not taken:
        return None
    draft = page.get_latest_revision_as_object()
    ProfilePage.objects.filter(pk=page.pk).update(member=by)
    Page.objects.filter(pk=page.pk).update(owner=by)
    draft.member, draft.owner = by, by
    draft.save_revision(user=by, log_action=True, clean=False)
    project_again(ProfilePage.objects.filter(pk=page.pk))
    return page


@transaction.atomic
def decline(origin: ProfileOrigin) -> None:
    """The profile goes with its history, and nothing stays but a digest of the address that keeps
    the next file from bringing it back. Again is harmless."""
    page = _locked(origin)
    open_still = ProfileOrigin.objects.filter(
        pk=origin.pk, invitation=origin.invitation, claimed_at=None, page__member=None
    )
    if page is None or not open_still.exists():
        return
    digest = DeclinedInvitation.digest_of(origin.invited_email)
    DeclinedInvitation.objects.get_or_create(digest=digest)
    for job in ProfileImport.objects.select_for_update():
        _take_out(job, page.pk, origin.invited_email)
    page.delete()
    PageLogEntry.objects.filter(page=page.pk).delete()


def _locked(origin: ProfileOrigin) -> ProfilePage | None:
    """None where it has been deleted meanwhile."""
    every = ProfilePage.objects.select_for_update(of=("self",))
    return every.filter(pk=origin.page_id).first()


def _take_out(job: ProfileImport, page: int, email: str) -> None:
    """Of a file not imported yet, the rows with the address; of a report, the name."""
    rows = [row for row in job.rows if email not in [cell.lower().strip() for cell in row[1]]]
    named = [line for line in job.report if line.get("page") == page]
    if named or len(rows) != len(job.rows):
        for line in named:
            line |= {"name": "–", "page": None}
        job.rows = rows
        job.save(update_fields=["rows", "report"])
