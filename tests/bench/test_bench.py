"""That `make bench` notices what would make its numbers wrong; no number itself."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.bench import lighthouse, load, plain
from tests.bench.cpu_time import spent
from tests.bench.failure import CannotMeasureError
from tests.bench.known import Known
from tests.bench.load import sample
from tests.bench.processes import program
from tests.bench.rows import rows
from tests.bench.samples import Load, Sample, Spread
from tests.bench.targets import verdicts

FOUND = b"found"
ROUND = {"requests": 50, "seconds": 2.0, "bytes": 50_000, "p50_ms": 4, "p95_ms": 9, "failed": 0}


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        good = self.path != "/bad"
        self.send_response(200 if good else 503)
        self.send_header("Content-Length", str(len(FOUND)))
        self.end_headers()
        self.wfile.write(FOUND)

    def log_message(self, *_args):
        pass


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as httpd:
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()
        thread.join()


@pytest.fixture(params=["wrk", "plain"])
def ask(request):
    if request.param == "plain":
        return plain.load
    wrk = program("wrk")
    if wrk is None:
        pytest.skip("wrk is not installed")
    return lambda *rest: load.with_wrk(wrk, *rest)


def test_a_loader_counts_answers_and_says_that_none_failed(server, ask):
    answer = ask(server, ("/one", "/two"), 1, 2, 0)

    assert answer["failed"] == 0
    assert answer["requests"] > 1
    assert answer["bytes"] >= answer["requests"] * len(FOUND)
    assert 0 < answer["p50_ms"] <= answer["p95_ms"] < 1_000


def test_a_loader_counts_the_answers_that_are_errors(server, ask):
    answer = ask(server, ("/bad",), 1, 2, 0)

    assert answer["failed"] == answer["requests"] > 0


def test_a_loader_begins_where_it_is_told_and_goes_round(server, ask):
    answer = ask(server, ("/one", "/bad", "/three"), 1, 1, 1)

    assert answer["failed"] == pytest.approx(answer["requests"] / 3, abs=1)


def test_a_round_with_a_failed_request_is_no_number():
    with pytest.raises(CannotMeasureError, match="3 of 50 requests failed"):
        sample({**ROUND, "failed": 3}, smallest=900)


def test_a_round_of_answers_shorter_than_the_checked_ones_is_no_number():
    with pytest.raises(CannotMeasureError, match="shorter than the checked ones"):
        sample(ROUND, smallest=1_001)


def test_a_good_round_is_its_rate_and_its_times():
    assert sample(ROUND, smallest=900) == Sample(50, rate=25, p50_ms=4, p95_ms=9)


def test_rounds_together_are_their_median_and_their_outermost():
    rounds = [Sample(2 * rate, rate, rate / 10, rate / 5) for rate in (30, 10, 20)]

    measured = Load.of(rounds, server=0.6, database=0.24)

    assert measured == Load(Spread(20, 10, 30), 2, 4, server_cpu_ms=5, database_cpu_ms=2)


def test_processor_time_counts_from_where_a_process_was_and_new_ones_from_nothing():
    assert spent({1: 2.0, 2: 9.0}, {1: 2.5, 3: 0.25}) == 0.75


def test_a_target_is_judged_only_at_the_sizes_it_is_meant_for():
    values = {"API search word, made anew": 499.0, "one search, p50": 30.0, "cold start": 2.1}

    judged = {
        size: [(one.target.name, one.target.is_met(one.value)) for one in verdicts(values, size)]
        for size in (1_000, 10_000, 100_000)
    }

    assert judged == {
        1_000: [("cold start", False)],
        10_000: [
            ("API search word, made anew", False),
            ("one search, p50", True),
            ("cold start", False),
        ],
        100_000: [("one search, p50", True), ("one search, p50", False), ("cold start", False)],
    }


def test_rows_of_new_addresses_repeat_none_and_no_row_is_empty():
    known = Known(
        count=62,
        slugs=["anna"],
        points=[(6.1, 49.6)],
        words=["photographie"],
        typos=["photogrpahie"],
        begun=["pho"],
        branches=["design"],
        events=["/fr/agenda/fete/"],
        guides=["/fr/ressources/export/"],
    )

    every = {row.name: row for row in rows(known)}
    new = [row for row in every.values() if row.ever_new]

    assert [name for name, row in every.items() if not row.checked or len(row.sampled) < 2] == []
    assert [row.name for row in new] == ["API facets new", "HTML list new"]
    assert {len(set(row.addresses)) for row in new} == {30_000}
    assert len(set(new[0].addresses) & set(new[1].addresses)) == 0


def seen(score=1.0):
    sent = [
        {"url": "http://127.0.0.1:1/fr/", "transferSize": 9_000, "resourceSize": 50_000},
        {
            "url": "http://127.0.0.1:1/static/js/a.js?v=1",
            "transferSize": 900,
            "resourceSize": 2_000,
        },
        {"url": "http://127.0.0.1:1/static/leaflet.js", "transferSize": 90, "resourceSize": 300},
    ]
    return {
        "audits": {
            "network-requests": {"details": {"items": sent}},
            "cumulative-layout-shift": {"numericValue": 0.01},
            "robots-txt": {"title": "robots.txt is not valid", "score": 0},
        },
        "categories": {
            "performance": {"score": 0.96, "auditRefs": []},
            "accessibility": {"score": 1, "auditRefs": []},
            "best-practices": {"score": 1, "auditRefs": []},
            "seo": {"score": score, "auditRefs": [{"id": "robots-txt", "weight": 1}]},
        },
    }


def test_a_visit_is_weighed_by_all_that_was_sent_and_by_our_own_scripts():
    visit = lighthouse.read(seen())

    assert (visit.bytes, visit.requests, visit.scripts) == (9_990, 3, 2_000)
    assert (visit.scores["performance"], visit.shift) == (96, 0.01)
    assert visit.faults == ("SEO: robots.txt is not valid",)


def test_a_page_that_lighthouse_could_not_judge_is_no_measurement():
    with pytest.raises(CannotMeasureError, match="no score for seo"):
        lighthouse.read(seen(score=None))
