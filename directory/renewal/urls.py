from django.urls import path

from .views import renew_by_link

urlpatterns = [path("profiles/confirm/<str:token>/", renew_by_link, name="profile_renewal")]
