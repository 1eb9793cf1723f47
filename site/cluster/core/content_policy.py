from csp.decorators import csp_update
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.urls import reverse

allow_challenge = csp_update({"style-src": ["'unsafe-inline'"]})
"""For the views whose form holds the challenge against robots: its script writes its own styles."""


class ContentPolicyMiddleware(CSPMiddleware):
    """The public policy everywhere, what Wagtail needs besides in its admin."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(reverse("wagtailadmin_home")):
            parts.replace = {**settings.ADMIN_CONTENT_POLICY, **(parts.replace or {})}
        return parts
