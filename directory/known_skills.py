"""Skills of the directory as somebody types them: words between commas."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Skill
from .my_profile.skills import SkillsField
from .skill_names import LONGEST, alike, skills_by_name
from .words import fold

MOST = 10


class KnownSkillsField(SkillsField):
    """Gives the skills of these names, in any language; one that nobody has would match nobody."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 1_000, "widget": forms.TextInput, **kwargs})

    def prepare_value(self, value):
        """Skills, or what was typed."""
        typed = value is None or isinstance(value, str)
        return value if typed else super().prepare_value([str(one) for one in value])

    def clean(self, value):
        wanted = list(dict.fromkeys(fold(name) for name in super().clean(value)))
        if len(wanted) > MOST:
            raise forms.ValidationError(
                _("Name the %(max)d skills that matter most."), code="many", params={"max": MOST}
            )
        known = skills_by_name()
        if unknown := [name for name in wanted if name not in known]:
            raise _unknown(unknown[0], known)
        slugs = {known[name][0] for name in wanted}
        return list(Skill.objects.filter(slug__in=slugs).order_by("slug")) if slugs else []


def _unknown(name: str, known: dict[str, tuple[str, str]]) -> forms.ValidationError:
    close = ", ".join(alike(name, known))
    if close:
        message = _("Nobody in the directory names “%(name)s”. Did you mean: %(alike)s?")
    else:
        message = _("Nobody in the directory names “%(name)s”. Try a more common word.")
    return forms.ValidationError(
        message, code="unknown_skill", params={"name": name[:LONGEST], "alike": close}
    )
