"""Every address of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import index as sitemap_index
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from wagtail import views as wagtail
from wagtail.admin import urls as admin_urls
from wagtail.api.v3.urls import api as wagtail_api
from wagtail.documents import urls as document_urls
from wagtail.urls import serve_pattern

from cluster.accounts.urls import log_in
from cluster.api import api
from cluster.core import views as core
from cluster.core import well_known
from cluster.home.sitemaps import SITEMAPS
from cluster.home.styleguide.views import styleguide
from cluster.media.views import serve_media
from directory.contact.views import contact_or_page
from resources.contributing.views import contribute_or_page
from resources.gaps.views import missing_or_page

urlpatterns = [
    path("", core.choose_language),
    path("sitemap.xml", sitemap_index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"}),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", well_known.robots),
    path(".well-known/security.txt", well_known.security),
    path("favicon.ico", well_known.Favicon.as_view()),
    path("styles/<slug:digest>.css", core.send_stylesheet, name="stylesheet"),
    path("share/<int:pk>-<slug:digest>.png", core.send_share_picture, name="share_picture"),
    path("", include("cluster.delivery.urls")),
    path("", include("cluster.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("me/profile/", include("directory.urls")),
    path("", include("directory.contact.urls")),
    path("", include("directory.claiming.urls")),
    path("", include("directory.renewal.urls")),
    path("", include("directory.outcome.urls")),
    path("", include("directory.following.urls")),
    path("", include("directory.opportunities.urls")),
    path("me/proposals/", include("events.proposing.urls")),
    path("", include("resources.contributing.urls")),
    path("admin/", include(admin_urls)),
    path("styleguide/", styleguide, name="styleguide"),
    path("styleguide/<slug:slug>/", styleguide, name="styleguide_part"),
    path("geo/", include("cluster.geo.urls")),
    path("documents/", include(document_urls)),
    path("api/v1/", api.urls),
    re_path(r"^api/v1/", core.no_endpoint),
    path("api/v3/", wagtail_api.urls),
    re_path(r"^media/(?P<path>.+)$", serve_media),
    *i18n_patterns(
        re_path(r"^(?P<section>[\w\-]+)/(?P<slug>[\w\-]+)/registration/", include("events.urls")),
        re_path(core.FILE_BELOW_A_PAGE, core.serve),
        re_path(r"^(?P<path>[-\w]+/[-\w]+/contact/)$", contact_or_page),
        re_path(r"^(?P<path>[-\w]+/[-\w]+/contribute/)$", contribute_or_page),
        re_path(r"^(?P<path>[-\w]+/[-\w]+/missing/)$", missing_or_page),
        path(
            "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
            wagtail.authenticate_with_password,
            name="wagtailcore_authenticate_with_password",
        ),
        path("_util/login/", log_in, name="wagtailcore_login"),
        re_path(serve_pattern, core.serve, name="wagtail_serve"),
    ),
]
