"""`/profiles/invitation/`: for people whose profile the editors imported."""

from django.urls import path

from . import views

urlpatterns = [
    path("profiles/invitation/deleted/", views.gone, name="invitation_gone"),
    path("profiles/invitation/<str:token>/", views.invitation, name="invitation"),
    path("profiles/invitation/<str:token>/preview/", views.preview, name="invitation_preview"),
    path("profiles/invitation/<str:token>/delete/", views.declined, name="invitation_declined"),
]
