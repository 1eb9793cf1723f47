from django.urls import path

from . import views

urlpatterns = [
    path("me/messages/questions/", views.change_my_questions, name="my_questions"),
    path("me/messages/<int:pk>/outcome/", views.answer_in_my_space, name="my_message_outcome"),
    path("messages/outcome/<str:token>/", views.answer_by_link, name="contact_outcome"),
    path("messages/outcome/<str:token>/stop/", views.stop_by_link, name="contact_outcome_stop"),
]
