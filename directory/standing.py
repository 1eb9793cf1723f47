"""Where something stands that its author sends to the editors, in words for the author."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Standing:
    labels: ClassVar[Mapping[Any, Any]] = {}
    sentences: ClassVar[Mapping[Any, tuple[Any, Any]]] = {}
    """What is, and what comes next."""

    code: Enum
    reason: str = ""
    """Why an editor sent it back."""

    @property
    def label(self):
        return self.labels[self.code]

    @property
    def sentence(self):
        return self.sentences[self.code][0]

    @property
    def next(self):
        return self.sentences[self.code][1]
