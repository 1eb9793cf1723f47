"""Our own addresses of `/account/…` and `/admin/…`, before allauth's and Wagtail's, and `/me/`."""

from django.urls import path
from django.views.generic import RedirectView

from . import entrance, people_admin, views

log_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("account/", log_in),
    path("account/login/", entrance.login, name="account_login"),
    path("account/login/code/", log_in),
    path("account/login/code/confirm/", entrance.confirm_login_code),
    path("account/confirm-email/", entrance.confirm_email),
    path("account/deleted/", views.deleted, name="account_deleted"),
    path("admin/login/", log_in),
    path("admin/account/", people_admin.own_account),
    path("me/", views.home, name="my_space"),
    path("me/settings/", views.change_settings, name="my_settings"),
    path("me/export/", views.export, name="my_export"),
    path("me/delete/", views.delete, name="my_deletion"),
    path("demo/mail/", views.demo_mail, name="demo_mail"),
    path("demo/mail.json", views.demo_mail_json),
]
