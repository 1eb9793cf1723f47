from django.urls import path
from django.views.decorators.cache import never_cache
from django_altcha import AltchaChallengeView

from . import views

WORK = 50_000
"""How many tries the proof of work takes at most: a second or two on a phone."""

urlpatterns = [
    path("me/messages/", views.my_messages, name="my_messages"),
    path("me/messages/answers/", views.change_my_answers, name="my_answers"),
    path("me/messages/<int:pk>/", views.my_message, name="my_message"),
    path(
        "messages/challenge/",
        never_cache(AltchaChallengeView.as_view(max_number=WORK)),
        name="contact_challenge",
    ),
    path("messages/confirm/<str:token>/", views.confirm_message, name="contact_confirm"),
    path("messages/report/<str:token>/", views.report_message, name="contact_report"),
    path("messages/<str:token>/", views.conversation_by_link, name="contact_conversation"),
]
