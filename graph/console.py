"""A Python prompt with a py2neo graph at hand, for people who know it.

This is the only file that imports py2neo, which is past its end of life (2023): filrouge itself
reads and writes through Neo4j's own driver.
"""

import code
from typing import Any

from py2neo import Graph, NodeMatcher, RelationshipMatcher

from graph.address import Address
from graph.database import Database

PATIENCE = 30.0
BANNER = """\
graph is a py2neo Graph on {uri}; NodeMatcher and RelationshipMatcher are at hand.

    graph.run("MATCH (p:Person)-[r]->(o) RETURN p.name, type(r), o.name LIMIT 5").to_table()
    NodeMatcher(graph).match("Phone").limit(5).all()

py2neo is past its end of life (2023): new scripts do better with Neo4j's own driver.
Look, don't write: what a report said never changes, and verdicts are given as reviews, in the
inbox; whatever else is written here is lost at the next rebuild, or spoils it.
"""


def open_graph(address: Address) -> Graph:
    """Open the graph at this address with py2neo; close it with `close_graph`.

    Raises Unreachable or Refused when the server does not let us in.
    """
    # The driver asks first: its errors have reasons, and py2neo's leave open sockets behind.
    Database.connect(address, timeout=PATIENCE).close()
    return Graph(address.uri, auth=(address.user, address.password), name=address.database)


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
