"""What PostgreSQL needs to search listings by themselves, and to read few pages for many of them.

Writes every listing anew, in about a minute for each hundred thousand.
"""

from django.db import migrations, models

TABLE = "directory_profilelisting"
ZONES = {"names": "a", "headline": "b", "credits": "c", "body": "d"}
WORDS = " || ".join(
    f"setweight(to_tsvector('simple'::regconfig, '0 ' || {zone}), '{weight}')"
    for zone, weight in ZONES.items()
)
INDEX = (
    f"CREATE INDEX listing_by_word{{}} ON {TABLE}"
    ' USING gin (directory_words_in(words, \'{{{}}}\'::"char"[]))'
)
POSTGRESQL = [
    # What only the page that shows it reads goes out of the row: a page of the table then holds
    # twenty listings instead of four.
    f"ALTER TABLE {TABLE} SET (toast_tuple_target = 256)",
    # No phrase runs through the "0" from one zone into the next.
    f"ALTER TABLE {TABLE} ADD COLUMN words tsvector GENERATED ALWAYS AS ({WORDS}) STORED",
    # `ts_filter` at the price that fetching the words from out of the row really has: PostgreSQL,
    # which takes that for free, would rather read the words of everybody than an index.
    'CREATE FUNCTION directory_words_in(words tsvector, weights "char"[]) RETURNS tsvector'
    " LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 300"
    " AS 'BEGIN RETURN ts_filter(words, weights); END'",
    INDEX.format("", ",".join(ZONES.values())),
    *(INDEX.format(f"_in_{zone}", ZONES[zone]) for zone in ("names", "headline", "credits")),
    # Wagtail's index and its join are not asked about listings any more.
    "DROP INDEX listing_by_key_as_text",
    "DELETE FROM wagtailsearch_indexentry WHERE content_type_id IN (SELECT id FROM"
    " django_content_type WHERE app_label = 'directory' AND model = 'profilelisting')",
]


def prepare(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in POSTGRESQL:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("directory", "0018_find_names_by_their_beginning")]

    operations = [
        migrations.RunPython(prepare, migrations.RunPython.noop),
        # With the cell, so that a map's clusters are counted from the index alone.
        migrations.RemoveIndex("profilelisting", "listing_by_point"),
        migrations.RemoveIndex("profilelisting", "listing_by_cell"),
        migrations.AddIndex(
            "profilelisting",
            models.Index(
                fields=["latitude", "longitude", "page", "cell"], name="listing_by_point"
            ),
        ),
    ]
