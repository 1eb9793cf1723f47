"""Writing opportunities and looking after them."""

from django.urls import path

from . import views

urlpatterns = [
    path("me/opportunities/", views.MyListView.as_view(), name="my_opportunities"),
    path("me/opportunities/new/", views.NewView.as_view(), name="new_opportunity"),
    path("me/opportunities/<int:pk>/", views.MyStateView.as_view(), name="my_opportunity"),
    path("me/opportunities/<int:pk>/edit/", views.MyEditView.as_view(), name="edit_opportunity"),
    path("opportunities/new/", views.propose, name="propose_opportunity"),
    path("opportunities/<str:token>/", views.LinkStateView.as_view(), name="opportunity_by_link"),
    path("opportunities/<str:token>/edit/", views.LinkEditView.as_view()),
]
