"""Pages that have more than one view: a calendar, a brief, an estimate below their own address."""

from wagtail.url_routing import RouteResult


class WithParts:
    """`parts` names the views below the page's address and the methods that answer for them."""

    parts: dict[str, str] = {}

    def route(self, request, path_components):
        if len(path_components) == 1 and path_components[0] in self.parts and self.live:
            return RouteResult(self, kwargs={"part": path_components[0]})
        return super().route(request, path_components)

    def serve(self, request, *args, part="", **kwargs):
        if not part:
            return super().serve(request, *args, **kwargs)
        return getattr(self, self.parts[part])(request)
