"""As served, but every page is made anew. Only finished pages are not kept: what the making itself
keeps in the cache (sections, names of branches and skills, numbers of facets) stays kept."""

from .served import *  # noqa: F403
from .served import MIDDLEWARE

MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("cluster.delivery.")]
