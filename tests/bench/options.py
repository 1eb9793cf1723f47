"""What `make bench` may be told."""

import argparse
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    profiles: int
    seconds: int
    rounds: int
    seed: int
    reuse: bool
    only: tuple[str, ...]

    def wants(self, name: str) -> bool:
        """Everything, unless only what has one of some words in its name is wanted."""
        return not self.only or any(word in name.lower() for word in self.only)


def read_options() -> Options:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--profiles", type=_positive, default=10_000)
    parser.add_argument("--seconds", type=_positive, default=2)
    parser.add_argument("--rounds", type=_positive, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reuse", default="")
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    words = tuple(word for part in given.only.split(",") if (word := part.strip().lower()))
    return Options(
        given.profiles, given.seconds, given.rounds, given.seed, bool(given.reuse), words
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
