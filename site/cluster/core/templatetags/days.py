"""In every template: dates as `cluster.core.days` writes them."""

from django import template
from django.template import defaultfilters

from ..days import with_ordinal

register = template.Library()


@register.filter(expects_localtime=True, is_safe=False)
def date(value, form=None):
    """As Django's filter of this name, in place of it."""
    return with_ordinal(defaultfilters.date(value, form))
