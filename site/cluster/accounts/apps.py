from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleInAdminConfig(WagtailUsersAppConfig):
    user_viewset = "cluster.accounts.people_admin.UserViewSet"


class AccountsConfig(AppConfig):
    default = True
    name = "cluster.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
