from django.db import migrations
from pyroaring import BitMap

SIZE = 1 << 14
BATCH = 400


def first_of(key):
    return int(key.rsplit(":", 1)[1]) * SIZE


def roaring(key, bits):
    digits = f"{int.from_bytes(bits, 'little'):b}"[::-1]
    return BitMap([first_of(key) + at for at, digit in enumerate(digits) if digit == "1"]).serialize()


def plain(key, bits):
    number = sum(1 << pk - first_of(key) for pk in BitMap.deserialize(bits))
    return number.to_bytes((number.bit_length() + 7) // 8, "little")


def rewritten(change):
    def rewrite(apps, schema_editor):
        TermBits = apps.get_model("directory", "TermBits")
        keys = list(TermBits.objects.values_list("key", flat=True))
        for start in range(0, len(keys), BATCH):
            rows = list(TermBits.objects.filter(pk__in=keys[start : start + BATCH]))
            for row in rows:
                row.bits = change(row.key, bytes(row.bits))
            TermBits.objects.bulk_update(rows, ["bits"])

    return rewrite


class Migration(migrations.Migration):
    dependencies = [("directory", "0019_search_listings_by_their_own_words")]

    operations = [migrations.RunPython(rewritten(roaring), rewritten(plain))]
