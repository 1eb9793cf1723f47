"""What PostgreSQL needs to find a name by its beginning, and by that of one of its words.

In the order of plain characters, as SQLite has it: names sort alike on both, and an index in that
order finds beginnings too, which one in a language's order does not.
"""

from django.db import migrations

STATEMENTS = [
    'ALTER TABLE directory_profilelisting ALTER COLUMN sort_name TYPE varchar(255) COLLATE "C"',
    "CREATE INDEX listing_name_trigrams ON directory_profilelisting"
    " USING gin (sort_name gin_trgm_ops)",
]


def prepare(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in STATEMENTS:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("directory", "0017_count_facets_from_bits")]

    operations = [migrations.RunPython(prepare, migrations.RunPython.noop)]
