from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('media', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='customimage',
            name='decorative',
            field=models.BooleanField(default=False, help_text='It shows nothing one would miss; nothing is read aloud in its place.', verbose_name='only decoration'),
        ),
    ]
