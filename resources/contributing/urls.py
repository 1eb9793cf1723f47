from django.urls import path

from . import views

urlpatterns = [path("prices/confirm/<str:token>/", views.confirm, name="confirm_told_price")]
