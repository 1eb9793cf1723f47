from pathlib import PurePosixPath

from django.conf import settings
from django.http import Http404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
PUBLIC = ("images", "original_images")
"""Documents are left to Wagtail's view, which knows who may read them."""
LONGEST_NAME = 200
"""No picture is kept under a longer one, and the disk would not look for it."""
MONTH = 30 * 24 * 3600


@require_safe
def serve_media(request, path):
    """Pictures only, each as what it is; a name never gets a new content."""
    file = PurePosixPath(path)
    is_named = 0 < len(file.name) <= LONGEST_NAME
    if not is_named or file.parts[0] not in PUBLIC or file.suffix.lower() not in TYPES:
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    if response.status_code == 200:
        response["Content-Type"] = TYPES[file.suffix.lower()]
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'"
    patch_cache_control(response, public=True, max_age=MONTH)
    return response
