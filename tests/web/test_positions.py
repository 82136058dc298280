"""Entities get their places on the server, apart from each other and always the same."""

from datetime import UTC, date, datetime
from itertools import combinations

import pytest

from graph.views import Connection, EntityCard, Network
from web.positions import positions

DAY = date(2024, 3, 12)


def network(size: int, *, chain: bool = False) -> Network:
    cards = [
        EntityCard(f"e{at}", "Person", f"Người {at}", "", (), (), 1, DAY, DAY) for at in range(size)
    ]
    connections = tuple(
        Connection(
            f"c{at}",
            "CONTACTED",
            cards[at - 1] if chain else cards[0],
            cards[at],
            "machine",
            1,
            1,
            0.9,
            DAY,
            DAY,
            datetime(2024, 3, 12, tzinfo=UTC),
        )
        for at in range(1, size)
    )
    return Network(("e0",), tuple(cards), connections, {})


@pytest.mark.parametrize("size", [2, 9, 24, 80])
def test_no_two_entities_of_a_star_stand_on_each_other(size: int) -> None:
    placed = positions(network(size))
    distances = [
        ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5
        for (ax, ay), (bx, by) in combinations(placed.values(), 2)
    ]
    assert min(distances) > 40


def test_a_chain_of_thirty_is_placed_whole() -> None:
    assert len(positions(network(30, chain=True))) == 30


@pytest.mark.parametrize("size", [12, 60, 150])
def test_no_name_lies_on_another(size: int) -> None:
    told = network(size, chain=True)
    placed = positions(told)
    names = {entity.id: entity.name for entity in told.entities}
    for one, other in combinations(placed, 2):
        aside = abs(placed[one][0] - placed[other][0])
        down = abs(placed[one][1] - placed[other][1])
        wide = 8 * (len(names[one]) + len(names[other])) / 2
        assert aside >= wide or down >= 55, (one, other)


def test_the_same_network_is_placed_the_same() -> None:
    assert positions(network(40)) == positions(network(40))


def test_an_entity_alone_stands_in_the_middle() -> None:
    ((x, y),) = positions(network(1)).values()
    assert (abs(x), abs(y)) <= (1, 1)
