"""Who the people are to us, and how they come in: by a code in a mail, or by a password."""

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/me/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = 5
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 5
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_TIMEOUT = 60 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "cluster.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "change_password": "cluster.accounts.forms.ChangePasswordForm",
    "confirm_email_verification_code": "cluster.accounts.forms.VerificationCodeForm",
    "confirm_login_code": "cluster.accounts.forms.LoginCodeForm",
    "login": "cluster.accounts.forms.LoginForm",
    "reset_password": "cluster.accounts.forms.ResetPasswordForm",
    "set_password": "cluster.accounts.forms.SetPasswordForm",
    "signup": "cluster.accounts.forms.SignupForm",
}
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_RATE_LIMITS = {
    "contact": "10/m/ip,60/h/ip",
    "credit": "40/d/user",
    "event_proposal": "30/d/user",
    "event_registration": "5/h/key",
    "opportunity": "10/10m/ip,5/h/key",
}
STAFF_NEED_SECOND_FACTOR = False
