"""An event's questions as fields of the form, and what is kept of the answers."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cluster.core.plain import plain

from ..choices import QuestionKind

if TYPE_CHECKING:
    from ..models import EventQuestion

SHORT, LONG = 200, 2000


def field_of(question: "EventQuestion") -> forms.Field:
    asked: dict[str, Any] = {"label": question.label, "required": question.required}
    match question.kind:
        case QuestionKind.LONG:
            return forms.CharField(max_length=LONG, widget=forms.Textarea({"rows": 4}), **asked)
        case QuestionKind.CHOICE:
            choices = [("", _("Please choose"))]
            return forms.ChoiceField(
                choices=choices + [(one, one) for one in question.choices], **asked
            )
        case QuestionKind.TICK:
            return forms.BooleanField(**asked)
    return forms.CharField(max_length=SHORT, **asked)


def answers_to(
    questions: Iterable["EventQuestion"], cleaned: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    """By each question's key: `question` as it was asked, `answer` a text or whether the box was
    ticked, and their `place` in the form. What was left empty is kept too: it was asked."""
    return {
        one.key: {"place": place, "question": one.label, "answer": plain(cleaned[one.key])}
        for place, one in enumerate(questions)
    }
