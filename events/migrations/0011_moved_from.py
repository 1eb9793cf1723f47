import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0010_days_of_what_is_listed'),
    ]

    operations = [
        migrations.AddField(
            model_name='registration',
            name='moved_from',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='events.eventseats'),
        ),
    ]
