"""Profiles that editors brought in from a file, and the files while they are brought in."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Revision

from .profile import ProfilePage

KEPT_DAYS = 30
STUCK = timedelta(minutes=30)
"""After this a job that has not ended was lost with the process that did it."""


class ProfileOrigin(models.Model):
    """The row of a file a profile came from, and whether its person has taken it over.

    `values` are the cells as they were read last: what a later file says differently is new, what
    an editor has corrected meanwhile stays. `revision` is what the import wrote. `invitation` names
    the one link that opens; every new one closes those before.
    """

    page = models.OneToOneField(ProfilePage, on_delete=models.CASCADE, related_name="origin")
    reference = models.CharField(_("external reference"), max_length=100, blank=True)
    values = models.JSONField(default=dict)
    revision = models.ForeignKey(Revision, on_delete=models.SET_NULL, null=True, related_name="+")
    imported_at = models.DateTimeField(_("imported on"), default=timezone.now)
    invitation = models.UUIDField(null=True, unique=True, editable=False)
    invited_email = models.EmailField(blank=True)
    invited_at = models.DateTimeField(_("invited on"), null=True)
    claimed_at = models.DateTimeField(_("taken over on"), null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reference"],
                condition=~models.Q(reference=""),
                name="an_external_reference_once",
            )
        ]

    def __str__(self) -> str:
        return self.reference or f"{self.page_id}, {self.imported_at:%Y-%m-%d}"


class DeclinedInvitation(models.Model):
    """That somebody wants no profile here; of who it is only a keyed digest is kept, so that the
    next file does not bring back what was deleted."""

    digest = models.CharField(max_length=64, unique=True)
    declined_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.digest

    @staticmethod
    def digest_of(email: str) -> str:
        return salted_hmac("directory.declined", email.lower(), algorithm="sha256").hexdigest()


class ImportQuerySet(models.QuerySet):
    def forgotten(self, now) -> Self:
        """Kept long enough: they hold names, and, where nobody went on, addresses."""
        return self.filter(created_at__lt=now - timedelta(days=KEPT_DAYS))


class ProfileImport(models.Model):
    """A file on its way in: its columns are chosen, it is looked through, then it is written.

    `headings` and `rows` (number in the file, cells) go as soon as all of it is written;
    `report` says of every row what became of it.
    """

    class State(models.TextChoices):
        CHOOSING = "choosing", pgettext_lazy("state of an import", "Columns to be chosen")
        EXAMINING = "examining", pgettext_lazy("state of an import", "Being looked through")
        EXAMINED = "examined", pgettext_lazy("state of an import", "Looked through, not imported")
        IMPORTING = "importing", pgettext_lazy("state of an import", "Being imported")
        DONE = "done", pgettext_lazy("state of an import", "Imported")
        FAILED = "failed", pgettext_lazy("state of an import", "Failed: nothing was imported")

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    file_name = models.CharField(max_length=200)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES)
    headings = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    mapping = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default=State.CHOOSING)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    invite = models.BooleanField(default=False)
    problem = models.TextField(blank=True)
    report = models.JSONField(default=list)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.file_name}, {self.created_at:%Y-%m-%d %H:%M}"

    @property
    def is_at_work(self) -> bool:
        at_work = self.state in (self.State.EXAMINING, self.State.IMPORTING)
        return at_work and not self.is_stuck

    @property
    def is_stuck(self) -> bool:
        begun = self.started_at or self.created_at
        unfinished = self.state in (self.State.EXAMINING, self.State.IMPORTING)
        return unfinished and timezone.now() - begun > STUCK
