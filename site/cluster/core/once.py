from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError


class OnceField(forms.UUIDField):
    """The key that makes one thing of a form that is sent twice. Never refused: what is no key is
    taken for a new one."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any):
        super().__init__(required=False, initial=uuid4, **kwargs)

    def clean(self, value: Any) -> UUID:
        try:
            return super().clean(value) or uuid4()
        except ValidationError:
            return uuid4()
