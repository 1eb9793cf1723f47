from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def note_titles(apps, schema_editor):
    work = apps.get_model("directory", "Realisation").objects.filter(
        page=OuterRef("owner"), key=OuterRef("work")
    )
    asked = apps.get_model("directory", "WorkCredit").objects.filter(asked_at__isnull=False)
    titled = asked.annotate(said=Subquery(work.values("title")[:1])).filter(said__isnull=False)
    for credit in titled.iterator():
        credit.title = credit.said
        credit.save(update_fields=["title"])


class Migration(migrations.Migration):
    dependencies = [("directory", "0015_read_places_from_the_index_alone")]

    operations = [
        migrations.AddField(
            model_name="workcredit",
            name="title",
            field=models.CharField(blank=True, max_length=140),
        ),
        migrations.AlterField(
            model_name="workcredit",
            name="answer",
            field=models.CharField(
                choices=[
                    ("open", "Not answered yet"),
                    ("accepted", "Accepted"),
                    ("declined", "Declined"),
                    ("withdrawn", "Taken away"),
                ],
                default="open",
                max_length=10,
            ),
        ),
        migrations.RunPython(note_titles, migrations.RunPython.noop),
    ]
