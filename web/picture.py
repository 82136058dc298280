"""A network as pyvis's lists of nodes and edges, drawn by our own template and script."""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from graph.records import LEAD
from graph.views import Connection, EntityCard, Network
from web.figures import brief, day, shown
from web.positions import Positions, positions
from web.words import ROLES, STATUSES, TYPES, kind_words

TEMPLATES = Path(__file__).with_name("templates") / "networks"
OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": False,
        "multiselect": True,
        "navigationButtons": False,
        "tooltipDelay": 300,
        "hideEdgesOnDrag": False,
        "hideEdgesOnZoom": False,
    },
    "edges": {"smooth": False, "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}}},
}
MANY = 500
"""Above this, lines rest while the picture moves (measured: 60 frames a second with it)."""


def picture(network: Network) -> Any:
    """Build the pyvis network of a part of the graph, with every entity in its place."""
    # pyvis brings IPython along, which would more than double the time to the first page.
    from pyvis.network import Network as Picture

    drawn = Picture(directed=True)
    places = positions(network)
    for entity in network.entities:
        add_entity(drawn, entity, network, places)
    known = set(drawn.node_map)
    for connection in network.connections:
        if connection.source.id in known and connection.target.id in known:
            add_connection(drawn, connection)
    many = len(network.entities) > MANY
    still = {"hideEdgesOnDrag": many, "hideEdgesOnZoom": many}
    drawn.options = {**OPTIONS, "interaction": {**OPTIONS["interaction"], **still}}
    return drawn


def add_entity(drawn: Any, entity: EntityCard, network: Network, places: Positions) -> None:
    """Add one entity as a node; ``type`` decides its shape, icon and colour in the page."""
    x, y = places[entity.id]
    name = shown(entity.type, entity.name)
    drawn.add_node(
        entity.id,
        label=name,
        shape="custom",
        group=entity.type,
        x=x,
        y=y,
        name=name,
        type=entity.type,
        typeWords=str(TYPES.get(entity.type, entity.type)),
        detail=brief(entity.detail),
        roles=[str(ROLES.get(role, role)) for role in entity.roles],
        reports=entity.reports,
        center=entity.id in network.center,
        hiddenNeighbours=network.hidden.get(entity.id, 0),
    )


def add_connection(drawn: Any, connection: Connection) -> None:
    """Add one connection as an edge; ``status`` decides its line in the page."""
    status = "lead" if connection.kind == LEAD else connection.status
    undirected = connection.kind in {LEAD, "FAMILY", "ASSOCIATE"}
    drawn.add_edge(
        connection.source.id,
        connection.target.id,
        id=connection.id,
        arrows="" if undirected else "to",
        kind=connection.kind,
        kindWords=kind_words(connection.kind),
        status=status,
        statusWords=str(STATUSES[status]),
        claims=connection.claims,
        reports=connection.reports,
        confidence=connection.confidence,
        first=connection.first_seen.isoformat() if connection.first_seen else "",
        last=connection.last_seen.isoformat() if connection.last_seen else "",
        firstWords=day(connection.first_seen),
        lastWords=day(connection.last_seen),
    )


def data_of(drawn: Any) -> dict[str, Any]:
    """Give the nodes and edges as the page's script adds them."""
    return {"nodes": drawn.nodes, "edges": drawn.edges}


def html_of(drawn: Any) -> Markup:
    """Render the picture's data by our own template, where nothing can be taken for script."""
    drawn.set_template_dir(str(TEMPLATES), "_picture.html")
    # The template writes only through tojson, which escapes what could end a script element.
    return Markup(drawn.generate_html())  # noqa: S704
