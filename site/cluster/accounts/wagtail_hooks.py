from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from wagtail import hooks

from .my_space import MemberData


@hooks.register("export_member_data")
def account(user):
    return MemberData(
        "account",
        {
            "email": user.email,
            "name": user.name,
            "language": user.language,
            "joined_on": user.date_joined,
            "last_login": user.last_login,
            "has_password": user.has_usable_password(),
            "email_addresses": list(
                EmailAddress.objects.filter(user=user).values("email", "verified")
            ),
            "second_factors": list(
                Authenticator.objects.filter(user=user).values("type", "created_at")
            ),
        },
    )
