from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override

from .mail import send
from .models import User


class AccountAdapter(DefaultAccountAdapter):
    """Allauth's, in the language of each person, its mails sent outside the request."""

    def new_user(self, request):
        user = super().new_user(request)
        user.language = get_language() or settings.LANGUAGE_CODE
        return user

    def clean_email(self, email):
        return super().clean_email(email).lower()

    def send_mail(self, template_prefix, email, context):
        user = context.get("user") or User.objects.filter(email__iexact=email).first()
        language = user.language if user else get_language() or settings.LANGUAGE_CODE
        with override(language):
            message = self.render_mail(
                template_prefix,
                email,
                {
                    "email": email,
                    "site_name": settings.WAGTAIL_SITE_NAME,
                    "base_url": settings.BASE_URL,
                    "login_url": f"{settings.BASE_URL}{reverse('account_login')}?lang={language}",
                    **context,
                },
            )
        send.enqueue(subject=message.subject, text=message.body, to=email)

    def post_login(self, request, user, **kwargs):
        """Who has not chosen a language in this browser gets their own back."""
        response = super().post_login(request, user, **kwargs)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                user.language,
                max_age=31_536_000,
                samesite="Lax",
            )
        return response

    def get_logout_redirect_url(self, request):
        return f"/{get_language() or settings.LANGUAGE_CODE}/"

    def get_password_change_redirect_url(self, request):
        return reverse("my_space")
