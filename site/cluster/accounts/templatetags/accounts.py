from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.urls import reverse

register = template.Library()


@register.inclusion_tag("components/demo_mail_hint.html")
def demo_mail_hint(email):
    """In the demo, the way to the mails of one address; nothing elsewhere."""
    address = f"{reverse('demo_mail')}?{urlencode({'to': email})}" if settings.DEMO else ""
    return {"address": address}
