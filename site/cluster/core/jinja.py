"""Components that are drawn dozens of times a page: Jinja compiles its templates, where Django's
engine walks through them node by node."""

from typing import Any

from django.template import TemplateDoesNotExist
from django.template.backends.jinja2 import Jinja2
from django.utils.translation import gettext
from jinja2 import Environment, StrictUndefined

from .days import date_format
from .templatetags.look import icon

SUFFIX = ".jinja"


class JinjaTemplates(Jinja2):
    """Takes what ends in `.jinja`; Django's engine takes the rest of the same room."""

    def get_template(self, template_name: str) -> Any:
        if not template_name.endswith(SUFFIX):
            raise TemplateDoesNotExist(template_name, backend=self)
        return super().get_template(template_name)


def environment(**options: Any) -> Environment:
    """As Django's backend asks for it; a name that was not given is an error, not nothing."""
    strict = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    made = Environment(**{**options, **strict})  # noqa: S701 - the backend asks for autoescape
    made.globals.update(_=gettext, icon=icon)
    made.filters["date"] = date_format
    return made
