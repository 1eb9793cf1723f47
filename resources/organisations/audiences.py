"""To whom an organisation gives its help, as the list is narrowed by it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    FREELANCER = "freelancer", _("self-employed")
    COMPANY = "company", _("company")
    ASSOCIATION = "association", _("non-profit association")
    ARTIST = "artist", _("artist or author")
    EMPLOYEE = "employee", _("employee or job-seeker")
