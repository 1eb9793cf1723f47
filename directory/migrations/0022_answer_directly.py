import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('directory', '0021_block_senders'),
    ]

    operations = [
        migrations.CreateModel(
            name='DirectReply',
            fields=[
                ('member', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='direct_reply', serialize=False, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddField(
            model_name='contactmessage',
            name='passes_address',
            field=models.BooleanField(default=False, verbose_name='pass my address on'),
        ),
    ]
