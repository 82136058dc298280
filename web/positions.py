"""Where the entities of a network stand: computed here once, the page moves nothing."""

import math
from collections.abc import Mapping, Sequence

import rustworkx

from graph.views import EntityCard, Network
from web.figures import brief, shown

Positions = Mapping[str, tuple[float, float]]

SPACING = 150.0
"""Units between neighbours, a little more than a label is wide."""
STAR_MOST = 24
RING_MOST = 9
TILT = 0.12
STEPS = 200
LETTER, SIGN, BOX = 8.5, 48.0, 74.0
"""How wide a letter of a name is, how wide a sign, how high a sign with its two lines."""
PUSHES, FITTINGS = 80, 3
PAGE = (760.0, 740.0)
"""What a page of 1366 by 820 leaves for the picture."""
WIDER = 1.45
"""Screens are wider than high; so is the picture."""


def positions(network: Network) -> Positions:
    """Place every entity: round its centre where all stand next to it, else by springs."""
    ids = [entity.id for entity in network.entities]
    if len(network.center) == 1 and 1 < len(ids) <= STAR_MOST and _is_star(network):
        return _radial(network, ids)
    return _apart(_springs(network, ids), network)


def _apart(places: Positions, network: Network) -> Positions:
    """Push entities off each other until no sign or name lies on another's.

    Each takes a box as wide as its name; of two that overlap both give way, along the shorter way.
    Names keep their size when the whole picture is fitted into the page, so boxes grow with it.
    """
    at = {one: [x, y] for one, (x, y) in places.items()}
    for _ in range(FITTINGS):
        _push(at, network, 1 / _fitted(at))
    return {one: (round(x, 1), round(y, 1)) for one, (x, y) in at.items()}


def _fitted(at: Mapping[str, Sequence[float]]) -> float:
    """Say how much smaller the whole picture is shown, at most by half."""
    if not at:
        return 1.0
    across = max(x for x, _ in at.values()) - min(x for x, _ in at.values())
    down = max(y for _, y in at.values()) - min(y for _, y in at.values())
    return min(1.0, max(0.5, min(PAGE[0] / (across + 150), PAGE[1] / (down + 80))))


def _push(at: Mapping[str, list[float]], network: Network, times: float) -> None:
    widths = {one.id: times * max(LETTER * _letters(one), SIGN) for one in network.entities}
    box = times * BOX
    for _ in range(PUSHES):
        order = sorted(at, key=lambda one: (at[one][1], one))
        moved = False
        for number, one in enumerate(order):
            for other in order[number + 1 :]:
                down = at[other][1] - at[one][1]
                if down >= box:
                    break
                aside = at[other][0] - at[one][0]
                wide = (widths[one] + widths[other]) / 2 - abs(aside)
                high = box - abs(down)
                if wide > 0 and high > 0:
                    moved = True
                    axis, step = (1, high) if high <= wide else (0, wide)
                    step *= 0.5 if (down, aside)[1 - axis] >= 0 else -0.5
                    at[one][axis] -= step
                    at[other][axis] += step
        if not moved:
            return


def _letters(entity: EntityCard) -> int:
    """Count the letters of the wider of the two lines below a sign."""
    return max(len(shown(entity.type, entity.name)), len(brief(entity.detail)))


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
