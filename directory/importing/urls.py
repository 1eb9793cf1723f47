"""Below `/admin/`."""

from django.urls import path

from . import views

urlpatterns = [
    path("profiles/import/", views.upload, name="profile_imports"),
    path("profiles/import/example.<slug:format>", views.example, name="profile_import_example"),
    path("profiles/import/<int:pk>/", views.show, name="profile_import"),
    path("profiles/import/<int:pk>/confirm/", views.confirm, name="profile_import_confirm"),
    path("profiles/import/<int:pk>/discard/", views.discard, name="profile_import_discard"),
    path(
        "profiles/import/<int:pk>/report.<slug:format>", views.report, name="profile_import_report"
    ),
]
