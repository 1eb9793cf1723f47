from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0020_keep_bits_as_roaring_bitmaps'),
    ]

    operations = [
        migrations.AddField(
            model_name='contactmessage',
            name='blocked_at',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name='contactmessage',
            index=models.Index(
                condition=models.Q(blocked_at__isnull=False),
                fields=['blocked_at'],
                name='blocked_messages',
            ),
        ),
    ]
