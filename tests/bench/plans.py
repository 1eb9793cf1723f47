"""How PostgreSQL answers each statement, and what it took: its own words, for whoever wonders."""

import psycopg

EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS) "
LONGEST = 400


def plans(url: str, statements: list[str]) -> list[dict[str, str]]:
    """`{statement, plan}` of each that only reads; nothing of it is kept."""
    with psycopg.connect(url, autocommit=True, prepare_threshold=None) as connection:
        return [
            {"statement": one[:LONGEST], "plan": "\n".join(line for (line,) in rows)}
            for one in statements
            if one.lstrip().upper().startswith("SELECT")
            for rows in [connection.execute(EXPLAIN + one).fetchall()]
        ]
