"""`/api/v1/`: the one place where endpoints are registered.

An app's `api.py` holds a `ninja.Router` of GET endpoints; it is registered here with
`api.add_router("/events/", router, tags=["events"])`.
"""

from ninja import NinjaAPI
from wagtail.api.v3.auth import AllowAnonymous, BearerTokenAuth
from wagtail.api.v3.errors import register_exception_handlers

from cluster.core.api import known_parameters_only
from directory.api import router as directory
from directory.figures.api import router as figures
from directory.opportunities.api import router as opportunities
from events.api import router as events
from resources.api import router as resources

api = NinjaAPI(
    title="Creative Cluster API",
    version="1.0.0",
    description="Directory, events, opportunities, resources and figures, for reading.",
    urls_namespace="api-v1",
    openapi_url="/openapi.json",
    docs_url="/docs/",
    auth=[BearerTokenAuth(), AllowAnonymous()],
)
register_exception_handlers(api)
api.add_decorator(known_parameters_only, mode="view")

api.add_router("/directory/", directory, tags=["directory"])
api.add_router("/events/", events, tags=["events"])
api.add_router("/figures/", figures, tags=["figures"])
api.add_router("/opportunities/", opportunities, tags=["opportunities"])
api.add_router("/resources/", resources, tags=["resources"])
