import cluster.core.fields
import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Min, OuterRef, Subquery


def fill_first_claims(apps, schema_editor):
    """The earliest publication of a profile that has the skill today: all that is known of it."""
    Skill = apps.get_model("directory", "Skill")
    ProfileSkill = apps.get_model("directory", "ProfileSkill")
    claims = (
        ProfileSkill.objects.filter(
            tag=OuterRef("pk"), content_object__first_published_at__isnull=False
        )
        .values("tag")
        .annotate(first=Min("content_object__first_published_at"))
    )
    Skill.objects.update(first_claimed_at=Subquery(claims.values("first")))


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0009_messages_sent_together'),
    ]

    operations = [
        # Until `rebuild_listings` sorts them, all words of a listing count like its headline's.
        migrations.RenameField('profilelisting', 'title', 'headline'),
        migrations.AddField('profilelisting', 'names', models.TextField(blank=True, default=''), preserve_default=False),
        migrations.AddField('profilelisting', 'credits', models.TextField(blank=True, default=''), preserve_default=False),
        migrations.AlterField('profilelisting', 'names', models.TextField(blank=True)),
        migrations.AlterField('profilelisting', 'credits', models.TextField(blank=True)),
        migrations.AddField('branch', 'synonyms', cluster.core.fields.TextByLanguageField(blank=True, default=dict, verbose_name='synonyms')),
        migrations.AddField('skill', 'synonyms', cluster.core.fields.TextByLanguageField(blank=True, default=dict, verbose_name='synonyms')),
        migrations.AddField(
            model_name='skill',
            name='nomenclature',
            field=models.CharField(blank=True, choices=[('', 'Not decided yet'), ('esco', 'ESCO'), ('rome', 'ROME'), ('nace', 'NACE'), ('none', 'In no nomenclature')], default='', max_length=8, verbose_name='nomenclature'),
        ),
        migrations.AddField('skill', 'code', models.CharField(blank=True, max_length=60, verbose_name='code')),
        migrations.AddField('skill', 'first_claimed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='first claimed')),
        migrations.AddConstraint(
            model_name='skill',
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(('nomenclature__in', ('esco', 'rome', 'nace')), models.Q(('code', ''), _negated=True)), models.Q(models.Q(('nomenclature__in', ('esco', 'rome', 'nace')), _negated=True), ('code', '')), _connector='OR'),
                name='a_code_of_a_nomenclature_and_none_without',
                violation_error_message='A code belongs to a nomenclature: choose both of them, or neither.',
            ),
        ),
        migrations.CreateModel(
            name='FormerSkill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(allow_unicode=True, max_length=100, unique=True)),
                ('key', models.BigIntegerField(blank=True, null=True, unique=True)),
                ('skill', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former', to='directory.skill')),
            ],
        ),
        migrations.RunPython(fill_first_claims, migrations.RunPython.noop),
    ]
