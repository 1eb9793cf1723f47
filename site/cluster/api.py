"""`/api/v1/`: the one place where endpoints are registered."""

from ninja import NinjaAPI

api = NinjaAPI(
    title="Creative Cluster API",
    version="1.0.0",
    description="Directory, events, opportunities and resources of the cluster, for reading.",
    urls_namespace="api-v1",
    openapi_url="/openapi.json",
    docs_url="/docs/",
)
