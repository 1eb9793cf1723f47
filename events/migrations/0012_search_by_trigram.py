"""What PostgreSQL needs to find the events that say a word without reading the text of them all."""

from django.db import migrations

STATEMENT = (
    "CREATE INDEX event_text_trigrams ON events_eventpage USING gin (search_text gin_trgm_ops)"
)


def prepare(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(STATEMENT)


def take_back(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX event_text_trigrams")


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0004_search_by_trigram_and_index"),
        ("events", "0011_moved_from"),
    ]

    operations = [migrations.RunPython(prepare, take_back)]
