import datetime as dt

from django.db import migrations, models
from django.db.models import F
from django.db.models.functions import TruncDate
from django.utils import timezone

SHORTEST = dt.timedelta(microseconds=1)


def set_days(apps, _editor):
    here = {"tzinfo": timezone.get_default_timezone()}
    apps.get_model("events", "ListedSession").objects.update(
        begins_on=TruncDate("start", **here), ends_on=TruncDate(F("until") - SHORTEST, **here)
    )


class Migration(migrations.Migration):
    dependencies = [("events", "0009_what_the_agenda_lists")]

    operations = [
        *(
            migrations.AddField("listedsession", name, models.DateField(null=True))
            for name in ("begins_on", "ends_on")
        ),
        migrations.RunPython(set_days, migrations.RunPython.noop),
        *(
            migrations.AlterField("listedsession", name, models.DateField())
            for name in ("begins_on", "ends_on")
        ),
    ]
