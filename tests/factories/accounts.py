import factory
from allauth.account.models import EmailAddress
from factory.django import DjangoModelFactory

from cluster.accounts.models import User

PASSWORD = "a-password-of-the-tests"


class UserFactory(DjangoModelFactory):
    """Someone with a verified address and a password; `verified_address=False` leaves it open."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        administrator = factory.Trait(is_staff=True, is_superuser=True)

    email = factory.Sequence(lambda number: f"person-{number}@example.org")
    name = "Alex Example"
    language = "en"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return model_class.objects.create_user(password=PASSWORD, **kwargs)

    @factory.post_generation
    def verified_address(self, create, extracted, **kwargs):
        if extracted is not False:
            EmailAddress.objects.create(user=self, email=self.email, verified=True, primary=True)
