"""The site's addresses, and one in each language that fails."""

from django.urls import re_path

from cluster.urls import urlpatterns as site


def fail(request):
    raise RuntimeError("This address fails on purpose.")


urlpatterns = [re_path(r"^(?:fr|en|de|lb)/broken/$", fail), *site]
