from collections import defaultdict
from secrets import randbits

from django.db import migrations, models

SIZE = 1 << 14


def fill(apps, schema_editor):
    ListingTerm = apps.get_model("directory", "ListingTerm")
    TermBits = apps.get_model("directory", "TermBits")
    masks = defaultdict(int)
    terms = ListingTerm.objects.values_list("listing", "facet", "value")
    for pk, facet, value in terms.iterator(chunk_size=10_000):
        block, bit = divmod(pk, SIZE)
        masks[f"{facet}:{value}:{block}"] |= 1 << bit
    rows = (
        TermBits(key=key, bits=bits.to_bytes((bits.bit_length() + 7) // 8, "little"), stamp=randbits(62))
        for key, bits in masks.items()
    )
    TermBits.objects.bulk_create(rows, batch_size=400)


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0016_keep_what_was_asked'),
    ]

    operations = [
        migrations.CreateModel(
            name='TermBits',
            fields=[
                ('key', models.CharField(max_length=140, primary_key=True, serialize=False)),
                ('bits', models.BinaryField()),
                ('stamp', models.BigIntegerField()),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
