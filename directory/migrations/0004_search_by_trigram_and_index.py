"""What each database needs to find misspelt words, and PostgreSQL to search without scanning."""

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

POSTGRESQL = [
    "CREATE INDEX searchword_trigrams ON directory_searchword USING gin (word gin_trgm_ops)",
    "CREATE INDEX searchword_prefixes ON directory_searchword (word text_pattern_ops)",
    # The very expression the search backend filters on; its own indexes cover title and body
    # apart from each other, so without this one every search reads the whole table.
    "CREATE INDEX indexentry_title_and_body ON wagtailsearch_indexentry"
    " USING gin ((title || body))",
    # The backend joins index entries by the key as text.
    "CREATE INDEX listing_by_key_as_text ON directory_profilelisting ((page_id::varchar(50)))",
]
SQLITE = [
    "CREATE VIRTUAL TABLE directory_searchword_trigrams USING fts5(word, tokenize='trigram')",
    # A blank around the word makes its beginning and end count, as they do on PostgreSQL.
    "CREATE TRIGGER searchword_added AFTER INSERT ON directory_searchword BEGIN"
    " INSERT INTO directory_searchword_trigrams (rowid, word)"
    " VALUES (NEW.id, ' ' || NEW.word || ' '); END",
    "CREATE TRIGGER searchword_gone AFTER DELETE ON directory_searchword BEGIN"
    " DELETE FROM directory_searchword_trigrams WHERE rowid = OLD.id; END",
]
STATEMENTS = {"postgresql": POSTGRESQL, "sqlite": SQLITE}


def prepare(apps, schema_editor):
    for statement in STATEMENTS.get(schema_editor.connection.vendor, []):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_listing_for_reading"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [
        # Does nothing elsewhere than on PostgreSQL.
        TrigramExtension(),
        migrations.RunPython(prepare, migrations.RunPython.noop),
    ]
