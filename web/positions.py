"""Where the entities of a network stand: computed here once, the page moves nothing."""

import math
from collections.abc import Mapping, Sequence

import rustworkx

from graph.views import Network

Positions = Mapping[str, tuple[float, float]]

SPACING = 150.0
"""Units between neighbours, a little more than a label is wide."""
STAR_MOST = 24
RING_MOST = 9
TILT = 0.12
STEPS = 200
WIDER = 1.45
"""Screens are wider than high; so is the picture."""


def positions(network: Network) -> Positions:
    """Place every entity: round its centre where all stand next to it, else by springs."""
    ids = [entity.id for entity in network.entities]
    if len(network.center) == 1 and 1 < len(ids) <= STAR_MOST and _is_star(network):
        return _radial(network, ids)
    return _springs(network, ids)


def _is_star(network: Network) -> bool:
    centre = network.center[0]
    ends = [(one.source.id, one.target.id) for one in network.connections]
    return all(centre in pair for pair in ends)


def _radial(network: Network, ids: Sequence[str]) -> Positions:
    """Stand the neighbours on an ellipse round the centre, those of one type side by side."""
    centre = network.center[0]
    types = {entity.id: (entity.type, entity.name) for entity in network.entities}
    around = sorted((one for one in ids if one != centre), key=lambda one: types[one])
    rings = 1 if len(around) <= RING_MOST else 2
    radius = max(SPACING * 1.3, 1.3 * SPACING * len(around) / rings / (2 * math.pi))
    placed = {centre: (0.0, 0.0)} if centre in types else {}
    for number, entity_id in enumerate(around):
        # Not quite level: a line that runs level has its words on the line of its neighbour.
        angle = 2 * math.pi * number / len(around) + TILT
        reach = radius * (1 + 0.45 * (number % rings))
        x, y = math.cos(angle) * reach * WIDER, math.sin(angle) * reach
        placed[entity_id] = (round(x, 1), round(y, 1))
    return placed


def _springs(network: Network, ids: Sequence[str]) -> Positions:
    graph: rustworkx.PyGraph[str, float] = rustworkx.PyGraph(multigraph=False)
    index = dict(zip(ids, graph.add_nodes_from(ids), strict=True))
    for one in network.connections:
        if one.source.id in index and one.target.id in index:
            graph.add_edge(index[one.source.id], index[one.target.id], 1.0)
    scale = SPACING * math.sqrt(max(len(ids), 2)) * 0.62
    layout = rustworkx.spring_layout(
        graph,
        k=1.6 / math.sqrt(max(len(ids), 1)),
        repulsive_exponent=2,
        num_iter=STEPS,
        seed=7,
    )
    return {
        entity_id: (round(layout[at][0] * scale * WIDER, 1), round(layout[at][1] * scale, 1))
        for entity_id, at in index.items()
    }
