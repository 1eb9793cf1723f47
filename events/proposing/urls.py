"""Proposing an event and looking after it, below a member's space."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.MyProposalsView.as_view(), name="my_proposals"),
    path("new/", views.ProposeView.as_view(), name="propose_event"),
    path("<int:pk>/", views.ProposalView.as_view(), name="my_proposal"),
    path("<int:pk>/edit/", views.ChangeView.as_view(), name="change_proposal"),
]
