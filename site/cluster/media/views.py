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
MONTH = 30 * 24 * 3600


@require_safe
def serve_media(request, path):
    """Pictures only, each as what it is; a name never gets a new content."""
    file = PurePosixPath(path)
    if file.parts[0] not in PUBLIC or file.suffix.lower() not in TYPES:
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    if response.status_code == 200:
        response["Content-Type"] = TYPES[file.suffix.lower()]
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'"
    patch_cache_control(response, public=True, max_age=MONTH)
    return response
