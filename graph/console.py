"""A Python prompt with a py2neo graph at hand, for people who know it.

This is the only file that imports py2neo, which is past its end of life (2023): filrouge itself
reads and writes through Neo4j's own driver.
"""

import code
from typing import Any

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError
from py2neo import Graph, NodeMatcher, RelationshipMatcher

from graph.address import Address

BANNER = """\
graph is a py2neo Graph on {uri}; NodeMatcher and RelationshipMatcher are at hand.

    graph.run("MATCH (p:Person)-[r]->(o) RETURN p.name, type(r), o.name LIMIT 5").to_table()
    NodeMatcher(graph).match("Phone").limit(5).all()

py2neo is past its end of life (2023): new scripts do better with Neo4j's own driver.
Look, don't write: what a report said never changes, and verdicts are given as reviews, in the
inbox; whatever else is written here is lost at the next rebuild, or spoils it.
"""


class NoAnswer(Exception):
    """No Neo4j answers at this address, or it lets nobody in with this password."""

    def __init__(self, address: Address, reason: str) -> None:
        super().__init__(
            f"the Neo4j at {address.uri} does not let {address.user} in ({reason}): see that it "
            "runs, and compare FILROUGE_NEO4J_URI, _USER, _PASSWORD and _DATABASE with its own"
        )
        self.address = address
        self.reason = reason


def open_graph(address: Address) -> Graph:
    """Open the graph at this address with py2neo; close it with `close_graph`.

    Raises NoAnswer when nobody answers there.
    """
    auth = (address.user, address.password)
    try:
        # The driver asks first: its errors have reasons, and py2neo's leave open sockets behind.
        with (
            GraphDatabase.driver(address.uri, auth=auth) as driver,
            driver.session(database=address.database) as session,
        ):
            session.run("RETURN 1").consume()
    except (DriverError, Neo4jError) as error:
        raise NoAnswer(address, str(error)) from error
    return Graph(address.uri, auth=auth, name=address.database)


def close_graph(graph: Graph) -> None:
    """Hang up; py2neo does not do so by itself."""
    graph.service.connector.close()


def run_console(address: Address) -> None:
    """Hand the graph at this address to a person at a prompt, until they leave it."""
    graph = open_graph(address)
    names: dict[str, Any] = {
        "graph": graph,
        "NodeMatcher": NodeMatcher,
        "RelationshipMatcher": RelationshipMatcher,
    }
    _complete_names(names)
    try:
        # Python's own prompt, since IPython would keep what was asked in a history file.
        code.interact(BANNER.format(uri=address.uri), local=names, exitmsg="")
    finally:
        close_graph(graph)


def _complete_names(names: dict[str, Any]) -> None:
    """Let the tab key complete names where Python comes with readline."""
    try:
        import readline
        import rlcompleter
    except ImportError:
        return
    readline.set_completer(rlcompleter.Completer(names).complete)
    readline.parse_and_bind("tab: complete")
