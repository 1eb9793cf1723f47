"""`python -m tests.bench.relevance`: how well the search answers the searches of `tests/relevance`
in the database of the benchmark; prints figures as JSON. Judged among the demo's profiles."""

import json
import sys

import django


def figures() -> dict[str, tuple[float, str]]:
    # Models can be imported once Django is set up, and not before.
    from tests.relevance.judging import LOOKED_AT, judge_all, mean  # noqa: PLC0415

    judged = judge_all()
    return {
        "relevance, searches": (len(judged), ""),
        f"relevance, answered among the first {LOOKED_AT}": (
            100 * mean([float(one.passes) for one in judged]),
            "%",
        ),
        "relevance, mean reciprocal rank": (mean([one.reciprocal_rank for one in judged]), ""),
        "relevance, recall of those expected": (100 * mean([one.recall for one in judged]), "%"),
    }


if __name__ == "__main__":
    django.setup()
    json.dump(figures(), sys.stdout)
