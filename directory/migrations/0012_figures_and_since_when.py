import datetime as dt

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Now, NullIf, TruncDate

UNKNOWN = dt.date(1970, 1, 1)


def fill(apps, schema_editor):
    """From what is public: of a live page, the tables hold what is live; drafts are elsewhere."""
    ProfileListing = apps.get_model("directory", "ProfileListing")
    ProfilePage = apps.get_model("directory", "ProfilePage")
    ListingTerm = apps.get_model("directory", "ListingTerm")
    page = ProfilePage.objects.filter(pk=OuterRef("pk"))
    first = page.values(day=TruncDate(Coalesce("first_published_at", Now())))
    team = page.annotate(people=NullIf(Count("team"), 0)).values("people")
    ProfileListing.objects.update(since=Subquery(first), people=Subquery(team))
    ProfileListing.objects.filter(Q(people=None), kind="freelancer").update(people=1)
    listing = ProfileListing.objects.filter(pk=OuterRef("listing"))
    ListingTerm.objects.update(since=Subquery(listing.values("since")))


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0011_bring_in_profiles_and_let_confirmations_age'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='FiguresPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('introduction', models.TextField(blank=True, verbose_name='introduction')),
            ],
            options={
                'verbose_name': 'figures of the sector',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.AddField('listingterm', 'since', models.DateField(default=UNKNOWN), preserve_default=False),
        migrations.AddField('profilelisting', 'people', models.PositiveSmallIntegerField(null=True)),
        migrations.AddField('profilelisting', 'since', models.DateField(default=UNKNOWN), preserve_default=False),
        migrations.AddIndex('profilelisting', models.Index(fields=['since', 'people'], name='listing_by_since')),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
