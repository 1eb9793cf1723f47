from django.contrib.auth.decorators import login_required
from django.views.decorators.cache import never_cache


def members_only(view):
    """For every address of a member's own: log-in first, and no cache ever keeps the answer."""
    return never_cache(login_required(view))
