import datetime as dt

from django.db import migrations
from django.utils import timezone

AT_ONCE = 1_000
NIGHT = dt.timedelta(hours=5)


def keep_arrivals(apps, _editor):
    """Who was checked in came on that day; before five in the morning, on the evening before."""
    here = timezone.get_default_timezone()
    arrival, rows = (apps.get_model("events", name) for name in ("Arrival", "Registration"))
    checked_in = rows.objects.filter(checked_in_at__isnull=False, arrivals=None).order_by("pk")
    moments = checked_in.values_list("pk", "checked_in_at")
    while found := list(moments[:AT_ONCE]):
        arrival.objects.bulk_create(
            arrival(registration_id=pk, at=at, day=(at - NIGHT).astimezone(here).date())
            for pk, at in found
        )


def keep_the_first(apps, _editor):
    arrival, rows = (apps.get_model("events", name) for name in ("Arrival", "Registration"))
    for one in arrival.objects.order_by("-day").iterator():
        rows.objects.filter(pk=one.registration_id).update(checked_in_at=one.at)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("events", "0014_dates_pictures_arrivals")]
    operations = [migrations.RunPython(keep_arrivals, keep_the_first)]
