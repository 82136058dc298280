"""What py2neo sees is what the driver sees."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from neo4j import Driver
from py2neo import Graph, Node, NodeMatcher, Relationship, RelationshipMatcher

from graph.address import Address
from graph.console import close_graph, open_graph
from graph.embedded.port import free_port
from graph.errors import Refused, Unreachable

CONSOLE = """
import os
from graph.address import Address
from graph.console import run_console
run_console(Address.from_environment(os.environ))
"""


@pytest.fixture
def py2neo_graph(clean_graph: Address) -> Iterator[Graph]:
    graph = open_graph(clean_graph)
    yield graph
    close_graph(graph)


def test_py2neo_sees_what_the_driver_wrote(py2neo_graph: Graph, neo4j_driver: Driver) -> None:
    neo4j_driver.execute_query(
        """
        CREATE (lan:Entity:Person {id: 'p1', name: 'Đào Thị Lan', aliases: ['Lan Bé', 'Mai']})
        CREATE (phone:Entity:Phone {id: 't1', name: '+84912345678'})
        CREATE (lan)-[:USES_PHONE {id: 'c1', count: 3, first_seen: date('2024-05-02')}]->(phone)
        """,
        database_="neo4j",
    )

    lan = NodeMatcher(py2neo_graph).match("Person", name="Đào Thị Lan").first()
    connection = RelationshipMatcher(py2neo_graph).match((lan, None), "USES_PHONE").first()

    assert dict(lan) == {"id": "p1", "name": "Đào Thị Lan", "aliases": ["Lan Bé", "Mai"]}
    assert set(lan.labels) == {"Entity", "Person"}
    assert connection["count"] == 3
    assert connection["first_seen"] == date(2024, 5, 2)
    assert connection.end_node["name"] == "+84912345678"


def test_the_driver_sees_what_py2neo_wrote(py2neo_graph: Graph, neo4j_driver: Driver) -> None:
    hai = Node("Entity", "Person", id="p2", name="Hải")
    py2neo_graph.create(Relationship(hai, "LIVES_IN", Node("Entity", "Place", id="l1"), id="c2"))

    found = neo4j_driver.execute_query(
        "MATCH (p:Person)-[r:LIVES_IN]->(l:Place) RETURN p.name, r.id, l.id", database_="neo4j"
    )

    assert [tuple(record) for record in found.records] == [("Hải", "c2", "l1")]


def test_a_prompt_has_the_graph_and_the_matchers_at_hand(clean_graph: Address) -> None:
    typed = (
        'graph.run("CREATE (:Person {name: $name})", name="Thủy")\n'
        'print("found", NodeMatcher(graph).match("Person").first()["name"])\n'
        'print("matcher", RelationshipMatcher.__name__)\n'
    )
    done = subprocess.run(
        [sys.executable, "-c", CONSOLE],
        input=typed,
        capture_output=True,
        text=True,
        check=True,
        env={
            **os.environ,
            "PYTHONIOENCODING": "utf-8",
            "FILROUGE_NEO4J_URI": clean_graph.uri,
            "FILROUGE_NEO4J_PASSWORD": clean_graph.password,
        },
    )
    assert "found Thủy" in done.stdout
    assert "matcher RelationshipMatcher" in done.stdout
    assert "past its end of life" in done.stderr
    assert clean_graph.password not in done.stdout + done.stderr


def test_an_address_where_nobody_answers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.console.PATIENCE", 1.0)
    uri = f"bolt://127.0.0.1:{free_port()}"
    with pytest.raises(Unreachable, match=uri):
        open_graph(Address(uri, "neo4j", "secret"))


def test_a_wrong_password_is_told(neo4j_address: Address) -> None:
    with pytest.raises(Refused, match="password") as caught:
        open_graph(replace(neo4j_address, password="not the one"))
    assert "not the one" not in str(caught.value)
