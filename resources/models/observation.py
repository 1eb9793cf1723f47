"""Prices that people told us without saying who they are; shown once editors have looked at enough
of them."""

from uuid import uuid4

from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cluster.core.shown import shown_differently

from ..prices import Unit
from .price_list import PriceListPage, PriceRow


class ObservationState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")


class PriceObservation(models.Model):
    """No name, no address, no hour: nothing of it leads back to whoever told it."""

    page = models.ForeignKey(
        PriceListPage,
        on_delete=models.CASCADE,
        related_name="observations",
        verbose_name=_("price list"),
    )
    row = models.ForeignKey(
        PriceRow,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("price of the list"),
        help_text=_("Those of one price are counted together; it names them in each language."),
    )
    service = models.CharField(
        _("service"),
        max_length=120,
        blank=True,
        help_text=_("As it was told; of use where it is no price of the list yet."),
    )
    unit = models.CharField(
        _("unit"),
        max_length=20,
        choices=Unit.choices,
        help_text=_("What the price is of; prices of different units are never mixed."),
    )
    amount = models.DecimalField(
        _("price (€)"),
        max_digits=10,
        decimal_places=2,
        validators=[MinValueValidator(0)],
        help_text=_("Of one unit, without VAT."),
    )
    year = models.PositiveSmallIntegerField(
        _("year"), help_text=_("In which it was paid; the last three years are counted.")
    )
    is_outlier = models.BooleanField(_("far from the others"), default=False, editable=False)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=ObservationState.choices,
        default=ObservationState.WAITING,
        help_text=_("Accepted ones are shown as a range, never alone and never below the minimum."),
    )
    told_on = models.DateField(_("told on"), default=timezone.localdate, editable=False)
    key = models.UUIDField(unique=True, default=uuid4, editable=False)

    class Meta:
        ordering = ["-told_on", "-pk"]
        verbose_name = _("told price")
        verbose_name_plural = _("told prices")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(row__isnull=False) | ~models.Q(service=""),
                name="told_price_of_something",
                violation_error_message=_("Choose a price of the list, or name the service."),
            )
        ]

    def __str__(self) -> str:
        return self.service or str(self.row)

    def save(self, *args, **kwargs):
        """What was just told is seen nowhere; what editors decide is."""
        decided = self.pk is not None
        super().save(*args, **kwargs)
        if decided:
            shown_differently.send(type(self))

    def delete(self, *args, **kwargs):
        gone = super().delete(*args, **kwargs)
        shown_differently.send(type(self))
        return gone
