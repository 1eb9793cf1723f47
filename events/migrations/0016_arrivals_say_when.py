from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("events", "0015_keep_arrivals")]
    operations = [migrations.RemoveField("registration", "checked_in_at")]
