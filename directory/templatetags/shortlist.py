from django import template
from django.utils.translation import get_language

from ..addresses import shortlist_url

register = template.Library()


@register.simple_tag(name="shortlist_url")
def url_of_shortlist() -> str:
    """`{% shortlist_url as address %}`: of the empty one, in the page's language."""
    return shortlist_url(get_language() or "")
