"""Sending in a real transaction: order, errors, and that nothing is left half-written."""

import gc
import sys
from contextlib import suppress

import pytest
from neo4j import ManagedTransaction
from neo4j.exceptions import ClientError

from graph.database import rows, write_rows
from graph.sending import briskly, sending
from graph.store import Store

COUNT = "MATCH (b:Block) RETURN count(b) AS number"


def test_reading_sees_all_that_was_sent_before_it(store: Store) -> None:
    def work(tx: ManagedTransaction) -> list[int]:
        seen = []
        with sending(tx) as ahead:
            for n in range(20):
                write_rows(
                    ahead,
                    "UNWIND $rows AS row CREATE (:Block {id: row.id})",
                    [[{"id": f"{n} {m}"} for m in range(50)]],
                )
                if n % 5 == 4:
                    seen.append(rows(ahead, COUNT)[0]["number"])
        return seen

    assert store._database.write(work) == [250, 500, 750, 1000]
    assert store._database.run(COUNT) == [{"number": 1000}]


def test_first_error_comes_up_when_leaving_and_nothing_stays(store: Store) -> None:
    def work(tx: ManagedTransaction) -> None:
        with sending(tx) as ahead:
            ahead.send("CREATE (:Block {id: 'kept?'})", {})
            ahead.send("UNWIND [1, 0] AS n CREATE (:Block {id: 1 / n})", {})
            ahead.send("CREATE (:Block {id: 'never'})", {})

    with pytest.raises(ClientError, match="by zero"):
        store._database.write(work)
    assert store._database.run(COUNT) == [{"number": 0}]


def test_error_of_the_caller_drops_what_was_sent(store: Store) -> None:
    def work(tx: ManagedTransaction) -> None:
        with sending(tx) as ahead:
            ahead.send("CREATE (:Block {id: 'kept?'})", {})
            raise LookupError("the caller's own")

    with pytest.raises(LookupError, match="own"):
        store._database.write(work)
    assert store._database.run(COUNT) == [{"number": 0}]


def test_briskly_leaves_the_process_as_it_was() -> None:
    interval = sys.getswitchinterval()
    with suppress(LookupError), briskly():
        assert not gc.isenabled()
        assert sys.getswitchinterval() < interval
        raise LookupError
    assert gc.isenabled()
    assert sys.getswitchinterval() == pytest.approx(interval)
