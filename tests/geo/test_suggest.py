import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from cluster.geo.addresses import locality_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def geocoder(settings):
    """A geocoder on this machine; set `answer` and `status` on what it gives."""

    class Answering(BaseHTTPRequestHandler):
        answer, status = "[]", 200

        def do_GET(self):
            self.send_response(Answering.status)
            self.end_headers()
            self.wfile.write(Answering.answer.encode())

        def log_message(self, *_args):
            return

    server = HTTPServer(("127.0.0.1", 0), Answering)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    settings.GEOCODER_URL = f"http://127.0.0.1:{server.server_port}/search"
    yield Answering
    server.shutdown()
    thread.join()
    server.server_close()


def names(response):
    return [place["name"] or place["label"] for place in response.json()["places"]]


def test_typing_esch_suggests_esch_sur_alzette_first(client):
    response = client.get("/geo/suggest/", {"q": "Esch"})

    assert response.json()["places"][0] == {
        "label": "Esch-sur-Alzette",
        "name": "Esch-sur-Alzette",
        "canton": "Esch-sur-Alzette",
        "population": 36625,
        "longitude": 5.98056,
        "latitude": 49.49583,
    }
    assert response["Cache-Control"] == "public, max-age=3600"


def test_an_address_without_a_geocoder_leads_to_its_town(client):
    response = client.get("/geo/suggest/", {"q": "12, rue de l'Alzette, L-4010 Esch-sur-Alzette"})

    assert names(response)[0] == "Esch-sur-Alzette"


@pytest.mark.parametrize("text", ["", " ", "qqqqqq", "\x00", "x" * 50_000, "🙂"])
def test_what_nobody_knows_suggests_nothing(client, text):
    response = client.get("/geo/suggest/", {"q": text})

    assert (response.status_code, response.json()["places"]) == (200, [])


def test_a_configured_geocoder_is_asked_for_addresses(client, geocoder):
    found = {"lat": "49.5", "lon": "5.98", "display_name": "12, Rue Haute, Esch"}
    geocoder.answer = json.dumps([found])

    assert names(client.get("/geo/suggest/", {"q": "12 rue haute"})) == ["12, Rue Haute, Esch"]


@pytest.mark.parametrize(
    ("status", "answer"),
    [(500, "[]"), (200, "no json"), (200, '[{"lat": "nan", "lon": "1"}]'), (200, "[{}]")],
)
def test_a_failing_geocoder_is_said_clearly_and_towns_are_still_found(
    client, geocoder, status, answer
):
    geocoder.status, geocoder.answer = status, answer

    nothing = client.get("/geo/suggest/", {"q": f"somewhere {status} {len(answer)}"})
    assert nothing.status_code == 502
    assert nothing.json()["error"] != ""
    assert nothing["Cache-Control"] == "no-store"
    assert names(client.get("/geo/suggest/", {"q": "Differdange"}))[0] == "Differdange"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("4010 Esch-sur-Alzette", "Esch-sur-Alzette"),
        ("1, place du Marché\nL-6755 Grevenmacher", "Grevenmacher"),
        ("rue Haute 3 Wiltz", None),
        ("", None),
    ],
)
def test_the_town_of_an_address_is_its_last_part_that_is_one(address, name):
    found = locality_in(address)

    assert (found.name if found else None) == name


def test_the_outline_maps_names_are_the_gazetteers(client):
    places = client.get("/geo/places/").json()["places"]

    assert places[0] == ["Luxembourg", 6.13268, 49.60982]
    assert len(places) == 235
