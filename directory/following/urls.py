"""Lists followed by mail: begun and stopped in a member's space, stopped from a letter too."""

from django.urls import path

from . import views

urlpatterns = [
    path("me/following/new/", views.FollowView.as_view(), name="follow"),
    path("me/following/<int:pk>/", views.StopView.as_view(), name="my_followed_list"),
    path("profiles/following/<str:token>/", views.stop_by_link, name="stop_following"),
]
