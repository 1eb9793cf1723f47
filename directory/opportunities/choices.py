"""The fixed words opportunities are sorted by."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    COLLABORATION = "collaboration", _("Collaboration")
    JOB = "job", pgettext_lazy("kind of opportunity", "Job")
    INTERNSHIP = "internship", _("Internship")
    TENDER = "tender", _("Call for tender")
    CONTEST = "contest", pgettext_lazy("kind of opportunity", "Contest")


class Workplace(models.TextChoices):
    ON_SITE = "on-site", pgettext_lazy("where the work is done", "On site")
    HYBRID = "hybrid", _("Partly on site, partly remote")
    REMOTE = "remote", pgettext_lazy("where the work is done", "Remote")


class Pay(models.TextChoices):
    PAID = "paid", pgettext_lazy("pay", "Paid")
    UNPAID = "unpaid", pgettext_lazy("pay", "Unpaid")


class PayUnit(models.TextChoices):
    HOUR = "hour", _("an hour")
    DAY = "day", _("a day")
    MONTH = "month", _("a month")
    YEAR = "year", _("a year")
    WHOLE = "whole", _("in total")
