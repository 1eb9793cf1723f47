"""Model fields that several apps need."""

from collections.abc import Mapping

from django import forms
from django.conf import settings
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language


def in_language(texts: Mapping[str, str], language: str | None = None) -> str:
    """The text in `language` (the active one by default), else in the first site language that
    has one, else ""."""
    wanted = language or get_language() or settings.LANGUAGE_CODE
    for code in (wanted, *dict(settings.LANGUAGES)):
        if texts.get(code):
            return texts[code]
    return ""


def in_each_language(field: str) -> list[str]:
    """What to search a `TextByLanguageField` by: as a whole it is kept with its accents escaped."""
    return [f"{field}__{code}" for code, _label in settings.LANGUAGES]


class LanguagesWidget(forms.MultiWidget):
    """One text input per site language, each labelled with the language's own name."""

    template_name = "components/languages_widget.html"

    def __init__(self, attrs=None):
        widgets = {
            code: forms.TextInput(attrs={"lang": code, "aria-label": label, "placeholder": ""})
            for code, label in settings.LANGUAGES
        }
        super().__init__(widgets, attrs)

    def decompress(self, value):
        texts = value or {}
        return [texts.get(code, "") for code, _label in settings.LANGUAGES]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        for subwidget, (_code, label) in zip(
            context["widget"]["subwidgets"], settings.LANGUAGES, strict=True
        ):
            subwidget["label"] = label
        return context


class LanguagesFormField(forms.MultiValueField):
    widget = LanguagesWidget

    def __init__(self, *, max_length: int = 200, **kwargs):
        for ignored in ("encoder", "decoder"):
            kwargs.pop(ignored, None)
        fields = [
            forms.CharField(required=False, max_length=max_length) for _ in settings.LANGUAGES
        ]
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data_list):
        codes = dict(settings.LANGUAGES)
        return {code: text for code, text in zip(codes, data_list, strict=False) if text}

    def has_changed(self, initial, data):
        return super().has_changed(initial or {}, data)


class TextByLanguageField(models.JSONField):
    """A short text in as many site languages as there are: `{"fr": "Musique", "en": "Music"}`."""

    def __init__(self, *args, longest=200, **kwargs):
        self.longest = longest
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        mine = {"form_class": LanguagesFormField, "max_length": self.longest}
        return super().formfield(**{**mine, **kwargs})


class ChoiceListField(models.JSONField):
    """Any number of `choices`, kept as a list of their values in the choices' order."""

    def __init__(self, *args, options=(), **kwargs):
        self.options = options
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        for ignored in ("form_class", "choices_form_class", "encoder", "decoder"):
            kwargs.pop(ignored, None)
        return forms.MultipleChoiceField(
            **{
                "choices": self.options,
                "required": not self.blank,
                "label": capfirst(self.verbose_name),
                "help_text": self.help_text,
                "widget": forms.CheckboxSelectMultiple,
                **kwargs,
            }
        )
