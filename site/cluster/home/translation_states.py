"""How far each page is in each language.

A page exists once in each language, and the first that was made of those the public can read is
their original. A translation that wagtail-localize keeps follows its source: it is outdated when
the source was published after its words were last taken over, and not finished while some of them
have no translation, for until then it shows the source's. One that was written by hand is
outdated when the original was published after it: to publish it again says that it was looked
over. Only what is published counts: a draft of the original is nothing to translate yet.

An alias shows its source's words, so it is no translation.
"""

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, PageQuerySet
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from directory.models import ProfilePage
from events.models import EventPage

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


class State(models.TextChoices):
    MISSING = "missing", pgettext_lazy("state of a translation", "Missing")
    OUTDATED = "outdated", pgettext_lazy("state of a translation", "Outdated")
    UNFINISHED = "unfinished", pgettext_lazy("state of a translation", "Not finished")
    TRANSLATED = "translated", pgettext_lazy("state of a translation", "Translated")
    ORIGINAL = "original", pgettext_lazy("state of a translation", "Original")


TO_DO = (State.MISSING, State.OUTDATED, State.UNFINISHED)


def column(language: str) -> str:
    """Where `with_states` puts a language's."""
    return f"state_{language.replace('-', '_')}"


def originals() -> PageQuerySet:
    """One page for all that are translations of one another. Profiles exist once, with texts in
    all their languages; nobody translates an event that is over."""
    versions = Page.objects.filter(alias_of=None, live=True, depth__gt=1)
    earlier = versions.filter(
        translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk")
    ).order_by()
    over = EventPage.objects.filter(last_end__lt=timezone.now()).order_by()
    return versions.not_type(ProfilePage).exclude(pk__in=over.values("pk")).exclude(Exists(earlier))


def with_states(pages: PageQuerySet) -> PageQuerySet:
    """Of originals, at no query of its own."""
    return pages.annotate(**{column(language): _state(language) for language in LANGUAGES})


def in_state(states: tuple[State, ...], languages: tuple[str, ...] = LANGUAGES) -> Q:
    """Of pages `with_states`: those that are so in any of the languages."""
    found = Q()
    for language in languages:
        found |= Q(**{f"{column(language)}__in": states})
    return found


def _state(language: str) -> Coalesce:
    versions = Page.objects.filter(
        translation_key=OuterRef("translation_key"),
        locale__language_code=language,
        alias_of=None,
    )
    kept = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"),
        target_locale_id=OuterRef("locale_id"),
        enabled=True,
    )
    by_hand_and_older = ~Exists(kept) & Q(last_published_at__lt=OuterRef("last_published_at"))
    state = Case(
        When(Q(pk=OuterRef("pk")), then=Value(State.ORIGINAL)),
        When(Q(live=False), then=Value(State.UNFINISHED)),
        When(by_hand_and_older | Exists(_behind(kept)), then=Value(State.OUTDATED)),
        When(Exists(_with_gaps(kept)), then=Value(State.UNFINISHED)),
        default=Value(State.TRANSLATED),
        output_field=models.CharField(),
    )
    found = versions.annotate(state=state).order_by("pk").values("state")[:1]
    return Coalesce(Subquery(found), Value(State.MISSING), output_field=models.CharField())


def _behind(kept: models.QuerySet) -> models.QuerySet:
    """Those whose source was published since its words were taken over."""
    source = Page.objects.filter(
        translation_key=OuterRef("source__object_id"), locale_id=OuterRef("source__locale_id")
    ).order_by()
    published = Subquery(source.values("last_published_at")[:1])
    return kept.annotate(published=published).filter(published__gt=F("source__last_updated_at"))


def _with_gaps(kept: models.QuerySet) -> models.QuerySet:
    """Those that show some of their source's words."""
    done = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=OuterRef("into"),
        has_error=False,
    )
    gaps = (
        StringSegment.objects.filter(source_id=OuterRef("source_id"))
        .annotate(into=OuterRef("target_locale_id"))
        .filter(~Exists(done))
    )
    return kept.filter(Exists(gaps))
