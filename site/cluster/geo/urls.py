from django.urls import path

from . import views

app_name = "geo"
urlpatterns = [
    path("suggest/", views.suggest_places, name="suggest"),
    path("places/", views.places, name="places"),
]
