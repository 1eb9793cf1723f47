"""Without Redis the site is slower, and nothing else."""

import signal
import socket
import subprocess
from time import sleep

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from cluster.core.forgiving_cache import ForgivingClient
from cluster.core.sections import sections
from cluster.home.models import NewsIndexPage
from events.models import Registration
from tests.challenge import proof
from tests.conftest import REDIS_SERVER
from tests.factories import events as make
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.directory import branch, profile, skill

BACKEND = "cluster.core.forgiving_cache.ForgivingCache"
MIDDLEWARE = "cluster.delivery.middleware.KeptPagesMiddleware"
KEY = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
PAGES = (
    *("/fr/", "/fr/annuaire/", "/fr/annuaire/?q=studoi&branch=design", "/fr/annuaire/anna-weber/"),
    *("/fr/agenda/", "/fr/agenda/atelier/", "/fr/ressources/", "/fr/actualites/", "/sitemap.xml"),
    *("/api/v1/directory/profiles/?facets=true", "/api/v1/directory/suggest/?q=stud"),
    *("/api/v1/events/", "/account/login/", "/account/signup/"),
)


@pytest.fixture(autouse=True)
def _as_if_just_started():
    yield
    ForgivingClient.away_until, ForgivingClient.is_behind = 0.0, False


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def away(tree, settings):
    """The whole site, whose cache is at a port where nobody listens."""
    settings.MIDDLEWARE = [MIDDLEWARE, *settings.MIDDLEWARE]
    location = f"redis://127.0.0.1:{free_port()}/0"
    settings.CACHES = {"default": {"BACKEND": BACKEND, "LOCATION": location}}


@pytest.fixture
def redis(settings):
    """A server of our own; `pause` and `go_on` take it away and bring it back."""
    port = free_port()
    command = [REDIS_SERVER, "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603
        location = f"redis://127.0.0.1:{port}/0"
        settings.CACHES = {"default": {"BACKEND": BACKEND, "LOCATION": location}}
        until_it_answers()
        yield process
        process.send_signal(signal.SIGCONT)
        process.terminate()


def until_it_answers() -> None:
    for _ in range(100):
        ForgivingClient.away_until = 0.0
        cache.set("here", "yes")
        if cache.get("here"):
            return
        sleep(0.05)


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_still_served(client: Client, away, address):
    profile("Anna Weber", branches=[branch()], skills=[skill("Dessin")])
    make.event(slug="atelier")

    response = client.get(address)

    assert response.status_code == 200
    assert "X-Kept" not in response


@pytest.mark.django_db
def test_people_still_sign_up_and_log_in(client: Client, away):
    user = UserFactory()

    signed_up = client.post("/account/signup/", {"email": "new@example.org"})
    logged_in = Client().post("/account/login/", {"login": user.email, "password": PASSWORD})

    assert (signed_up["Location"], mail.outbox[-1].to) == (
        "/account/confirm-email/",
        ["new@example.org"],
    )
    assert logged_in["Location"] == "/me/"


@pytest.mark.django_db
def test_people_still_register_and_write_to_each_other(client: Client, away):
    event = make.event(slug="atelier", registration="here", capacity=5)
    profile("Anna Weber", contact_email="anna@example.org")
    form = {"name": "Ben", "email": "ben@example.org"}
    message = {"sender_name": "Ben", "sender_email": form["email"], "text": "Free in May?"}

    client.post("/fr/agenda/atelier/registration/", form)
    client.post(
        "/fr/annuaire/anna-weber/contact/", {**message, "key": KEY, "altcha": proof(client)}
    )

    assert Registration.objects.filter(seats=event.seats_id).count() == 1
    assert mail.outbox[-1].to == ["anna@example.org"]


@pytest.mark.django_db
def test_what_is_published_is_seen(client: Client, away):
    news = NewsIndexPage.objects.get(locale__language_code="fr")
    news.title = "Nouvelles fraîches"
    news.save_revision().publish()

    assert "Nouvelles fraîches" in [section.title for section in sections()]


@pytest.mark.django_db
def test_the_site_says_that_it_is_not_ready(client: Client, away):
    response = client.get("/readyz")

    assert (response.status_code, response.json()["cache"]) == (503, "unavailable")


@pytest.mark.redis
def test_what_was_to_be_forgotten_meanwhile_is_forgotten_when_it_is_back(redis):
    cache.set_many({"page": "secret", "other": "thing"}, None)
    redis.send_signal(signal.SIGSTOP)
    cache.delete("page")
    assert cache.get("other", "unknown") == "unknown"
    redis.send_signal(signal.SIGCONT)
    ForgivingClient.away_until = 0.0

    assert cache.get_many(["page", "other"]) == {}


@pytest.mark.redis
def test_what_it_has_is_there_again_when_it_is_back(redis):
    cache.set("page", "public", None)
    redis.send_signal(signal.SIGSTOP)
    assert cache.get("page") is None
    redis.send_signal(signal.SIGCONT)
    assert cache.get("page") is None
    ForgivingClient.away_until = 0.0

    assert cache.get("page") == "public"
