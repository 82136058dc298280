"""One real Neo4j for the whole test run, and a home that is nobody's own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase

from graph.address import Address
from graph.embedded import EmbeddedServer, server_parts

SMALL = 5_000


@pytest.fixture(scope="session", autouse=True)
def filrouge_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A passing FILROUGE_HOME, so that no test sees or touches the user's own data."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        patch.setenv("FILROUGE_HOME", str(home))
        for name in ("URI", "USER", "PASSWORD", "DATABASE"):
            patch.delenv(f"FILROUGE_NEO4J_{name}", raising=False)
        yield home


@pytest.fixture(scope="session")
def neo4j_parts() -> Path:
    """The parts of this machine, fetched once whatever the number of test runs."""
    return server_parts(os.environ)


@pytest.fixture(scope="session")
def neo4j_address(tmp_path_factory: pytest.TempPathFactory, neo4j_parts: Path) -> Iterator[Address]:
    """A real server that the whole run shares; FILROUGE_TEST_NEO4J_HOME keeps it between runs."""
    kept = os.environ.get("FILROUGE_TEST_NEO4J_HOME")
    home = Path(kept) if kept else tmp_path_factory.mktemp("neo4j")
    server = EmbeddedServer(home, neo4j_parts)
    try:
        yield server.start()
    finally:
        if not kept:
            server.stop()


@pytest.fixture(scope="session")
def neo4j_driver(neo4j_address: Address) -> Iterator[Driver]:
    """One driver to the shared server, for tests that look at the graph themselves."""
    with GraphDatabase.driver(
        neo4j_address.uri, auth=(neo4j_address.user, neo4j_address.password)
    ) as driver:
        yield driver


@pytest.fixture
def clean_graph(neo4j_address: Address, neo4j_driver: Driver) -> Address:
    """The address of the shared server with nothing in its graph; constraints and indexes stay."""
    database = neo4j_address.database
    counted = neo4j_driver.execute_query("MATCH (n) RETURN count(n) AS n", database_=database)
    number = counted.records[0]["n"]
    if number > SMALL:
        with neo4j_driver.session(database=database) as session:
            session.run(
                "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"
            ).consume()
    elif number:
        neo4j_driver.execute_query("MATCH (n) DETACH DELETE n", database_=database)
    return neo4j_address
