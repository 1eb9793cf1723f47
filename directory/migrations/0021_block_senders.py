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
    ]
