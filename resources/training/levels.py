from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    VOCATIONAL = "vocational", _("vocational diploma")
    BTS = "bts", _("BTS, two years after school")
    BACHELOR = "bachelor", _("bachelor")
    MASTER = "master", _("master")
    FURTHER = "further", _("further training")
