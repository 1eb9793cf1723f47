"""Below an event's own address."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.register, name="event-registration"),
    path("sent/", views.sent, name="event-registration-sent"),
    path("<slug:token>/", views.answer, name="event-registration-answer"),
    path("<slug:token>/ticket.svg", views.ticket, name="event-registration-ticket"),
]
